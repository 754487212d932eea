namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What <see cref="PasswordResets.CreateLinkAsync"/> came to.</summary>
public abstract record ResetPasswordLinkResult
{
    private ResetPasswordLinkResult()
    {
    }

    /// <summary>The link exists. Whoever has it can set the password: send it to the user's address and nowhere else.</summary>
    /// <param name="Link">The link to the website's page for a new password.</param>
    public sealed record Ok(string Link) : ResetPasswordLinkResult
    {
        /// <summary>Names the case; the link stays out of logs.</summary>
        /// <returns>The name of the case.</returns>
        public override string ToString() => nameof(Ok);
    }

    /// <summary>There is no user of this id.</summary>
    public sealed record UnknownUserId : ResetPasswordLinkResult;
}
