namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>What <see cref="EmailVerifications.CreateLinkAsync"/> came to.</summary>
public abstract record EmailVerificationLinkResult
{
    private EmailVerificationLinkResult()
    {
    }

    /// <summary>The link exists. Whoever has it can verify the address: send it there and nowhere else.</summary>
    /// <param name="Link">The link to the website's page that verifies.</param>
    public sealed record Ok(string Link) : EmailVerificationLinkResult
    {
        /// <summary>Names the case; the link stays out of logs.</summary>
        /// <returns>The name of the case.</returns>
        public override string ToString() => nameof(Ok);
    }

    /// <summary>The address is verified already, or there is none.</summary>
    public sealed record EmailAlreadyVerified : EmailVerificationLinkResult;

    /// <summary>There is no such login method.</summary>
    public sealed record UnknownUserId : EmailVerificationLinkResult;
}
