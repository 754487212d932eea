using SuperTokens.Backend.Recipes.AccountLinking;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>The texts of the protocol for what is not allowed; their codes are documented for people who run the app.</summary>
internal static class PasswordlessNotAllowedReasons
{
    public const string SignUp = "Cannot sign in / up due to security reasons. Please try a different login method or contact support. (ERR_CODE_002)";

    public const string SignIn = "Cannot sign in / up due to security reasons. Please try a different login method or contact support. (ERR_CODE_003)";

    // Codes 017 to 019. Nothing has to be verified first: a code that was sent to an address proves it.
    public static string Of(LinkingFailure failure) => failure is LinkingFailure.EmailVerificationRequired
        ? throw new InvalidOperationException("A login method without a password is verified from the start.")
        : $"Cannot sign in / up due to security reasons. Please contact support. (ERR_CODE_{16 + (int)failure:D3})";

    /// <summary>Why an attempt may not go on.</summary>
    /// <param name="check">What the check of the attempt came to.</param>
    /// <returns>The reason, or null when it may.</returns>
    public static string? Of(AuthCheck check) => check switch
    {
        AuthCheck.Allowed => null,
        AuthCheck.SignUpNotAllowed => SignUp,
        AuthCheck.LinkingToSessionUserFailed failed => Of(failed.Reason),
        _ => SignIn,
    };
}
