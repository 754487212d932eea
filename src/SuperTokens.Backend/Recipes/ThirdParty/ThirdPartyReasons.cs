using SuperTokens.Backend.Recipes.AccountLinking;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>The texts of the protocol for what is not allowed; their codes are documented for people who run the app.</summary>
internal static class ThirdPartyReasons
{
    public const string SignUpNotAllowed = "Cannot sign in / up due to security reasons. Please try a different login method or contact support. (ERR_CODE_006)";
    public const string SignInNotAllowed = "Cannot sign in / up due to security reasons. Please try a different login method or contact support. (ERR_CODE_004)";

    public static string Of(LinkingFailure failure) => $"Cannot sign in / up due to security reasons. Please contact support. (ERR_CODE_{20 + (int)failure:D3})";

    public static string Of(EmailChangeRefusal refusal)
        => $"Cannot sign in / up because new email cannot be applied to existing account. Please contact support. (ERR_CODE_{(refusal == EmailChangeRefusal.PrimaryUserConflict ? "005" : "024")})";
}
