namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The session of a request, once it is known. Kept so that several parts of a pipeline verify only once.</summary>
/// <param name="Session">The session.</param>
/// <param name="AccessToken">The access token it was verified with; null when it was not verified but created or refreshed.</param>
/// <param name="Options">How it was verified.</param>
/// <param name="AreClaimsValid">Whether its claims are as required: only then is it the request's session for the application.</param>
internal sealed record SessionFeature(
    SessionContainer Session, string? AccessToken = null, VerifySessionOptions? Options = null, bool AreClaimsValid = true)
{
    /// <summary>The session, if it was verified at least as strictly as asked.</summary>
    /// <param name="accessToken">The request's access token.</param>
    /// <param name="options">How it is to be verified.</param>
    /// <returns>The session, or null when it must be verified.</returns>
    public SessionContainer? VerifiedAs(string? accessToken, VerifySessionOptions options)
        => accessToken is not null
            && AccessToken == accessToken
            && Options is not null
            && (Options.CheckDatabase || !options.CheckDatabase)
            && (Options.AntiCsrfCheck == true || options.AntiCsrfCheck != true)
                ? Session
                : null;
}
