namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What <see cref="PasswordResets.ResetAsync"/> came to.</summary>
public abstract record ResetPasswordResult
{
    private ResetPasswordResult()
    {
    }

    /// <summary>The password is changed.</summary>
    public sealed record Ok : ResetPasswordResult;

    /// <summary>The token is unknown, expired or used.</summary>
    public sealed record InvalidToken : ResetPasswordResult;

    /// <summary>The user the token was made for is gone.</summary>
    public sealed record UnknownUserId : ResetPasswordResult;

    /// <summary>The new password breaks the rule of the <c>password</c> form field. The token is not used up.</summary>
    /// <param name="FailureReason">What the rule says, in words for people.</param>
    public sealed record PasswordPolicyViolated(string FailureReason) : ResetPasswordResult;
}
