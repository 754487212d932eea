using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>What <see cref="IEmailVerificationApi.IsEmailVerifiedAsync"/> answers.</summary>
public abstract record IsEmailVerifiedApiResult
{
    private IsEmailVerifiedApiResult()
    {
    }

    /// <summary>The answer is known.</summary>
    /// <param name="IsVerified">Whether the address of the session's login method is verified; true when it has none.</param>
    /// <param name="NewSession">The session that took the caller's place because its user became part of another one; else null.</param>
    public sealed record Ok(bool IsVerified, SessionContainer? NewSession = null) : IsEmailVerifiedApiResult;

    /// <summary>Something only an override answers: the frontend shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : IsEmailVerifiedApiResult;
}
