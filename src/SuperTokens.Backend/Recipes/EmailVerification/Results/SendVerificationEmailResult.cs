namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>What <see cref="EmailVerifications.SendEmailAsync"/> came to.</summary>
public abstract record SendVerificationEmailResult
{
    private SendVerificationEmailResult()
    {
    }

    /// <summary>The mail is on its way.</summary>
    public sealed record Ok : SendVerificationEmailResult;

    /// <summary>The address is verified already, or there is none: no mail was sent.</summary>
    public sealed record EmailAlreadyVerified : SendVerificationEmailResult;

    /// <summary>There is no such login method.</summary>
    public sealed record UnknownUserId : SendVerificationEmailResult;
}
