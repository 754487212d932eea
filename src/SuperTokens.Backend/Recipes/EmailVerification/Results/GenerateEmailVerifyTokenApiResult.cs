using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>What <see cref="IEmailVerificationApi.GenerateEmailVerifyTokenAsync"/> answers.</summary>
public abstract record GenerateEmailVerifyTokenApiResult
{
    private GenerateEmailVerifyTokenApiResult()
    {
    }

    /// <summary>The mail is on its way.</summary>
    public sealed record Ok : GenerateEmailVerifyTokenApiResult;

    /// <summary>The address is verified already, or there is none; the session knows now.</summary>
    /// <param name="NewSession">The session that took the caller's place because its user became part of another one; else null.</param>
    public sealed record EmailAlreadyVerified(SessionContainer? NewSession = null) : GenerateEmailVerifyTokenApiResult;

    /// <summary>No mail, because another account has verified the address and the login method would be linked to it; or what an override says.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : GenerateEmailVerifyTokenApiResult;
}
