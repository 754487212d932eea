using SuperTokens.Backend.Recipes.AccountLinking;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>The texts of the protocol for what is not allowed; their codes are documented for people who run the app.</summary>
internal static class NotAllowedReasons
{
    public const string PasswordReset = "Reset password link was not created because of account take over risk. Please contact support. (ERR_CODE_001)";

    public const string SignUp = "Cannot sign up due to security reasons. Please try logging in, use a different login method or contact support. (ERR_CODE_007)";

    public const string SignIn = "Cannot sign in due to security reasons. Please try resetting your password, use a different login method or contact support. (ERR_CODE_008)";

    public static string OfSignIn(LinkingFailure failure) => Reason(9 + (int)failure);

    public static string OfSignUp(LinkingFailure failure) => Reason(13 + (int)failure);

    private static string Reason(int code) => $"Cannot sign in / up due to security reasons. Please contact support. (ERR_CODE_{code:D3})";
}
