using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What <see cref="IEmailPasswordApi.ResetPasswordAsync"/> answers.</summary>
public abstract record ResetPasswordApiResult
{
    private ResetPasswordApiResult()
    {
    }

    /// <summary>The password is changed. No session is begun and none is ended.</summary>
    /// <param name="User">The user.</param>
    /// <param name="Email">The address the token was sent to.</param>
    public sealed record Ok(User User, string Email) : ResetPasswordApiResult;

    /// <summary>The token is unknown, expired or used.</summary>
    public sealed record InvalidToken : ResetPasswordApiResult;

    /// <summary>The new password breaks a rule. The frontend gets a field error.</summary>
    /// <param name="FailureReason">What the rule says, in words for people.</param>
    public sealed record PasswordPolicyViolated(string FailureReason) : ResetPasswordApiResult;

    /// <summary>Something only an override answers: the frontend shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : ResetPasswordApiResult;
}
