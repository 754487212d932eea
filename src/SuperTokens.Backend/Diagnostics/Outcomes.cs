namespace SuperTokens.Backend.Diagnostics;

/// <summary>Values of the tag <see cref="TagNames.Outcome"/>.</summary>
internal static class Outcomes
{
    public const string Ok = "ok";

    public const string Cancelled = "cancelled";

    public const string Error = "error";

    public const string Refused = "refused";

    public const string Theft = "theft";

    public const string TryAgain = "try_again";

    public const string TryRefreshToken = "try_refresh_token";

    public const string Unauthorised = "unauthorised";
}
