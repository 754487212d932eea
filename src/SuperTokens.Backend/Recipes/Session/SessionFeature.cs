namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The session of a request, once it is known. Kept so that several parts of a pipeline verify only once.</summary>
/// <param name="session">The session.</param>
/// <param name="token">The access token it was verified with; null when it was not verified but created or refreshed.</param>
/// <param name="options">How it was verified.</param>
internal sealed class SessionFeature(SessionContainer session, AccessToken? token = null, VerifySessionOptions? options = null)
{
    public SessionContainer Session => session;

    public AccessToken? Token => token;

    /// <summary>Whether its claims are as required: only then is it the request's session for the application. Default: true.</summary>
    public bool AreClaimsValid { get; set; } = true;

    /// <summary>The session, if it was verified at least as strictly as asked.</summary>
    /// <param name="presented">The request's access token.</param>
    /// <param name="asked">How it is to be verified.</param>
    /// <returns>The session, or null when it must be verified.</returns>
    public SessionContainer? VerifiedAs(AccessToken? presented, VerifySessionOptions asked)
        => presented is not null
            && ReferenceEquals(presented, token)
            && options is not null
            && (options.CheckDatabase || !asked.CheckDatabase)
            && (options.AntiCsrfCheck == true || asked.AntiCsrfCheck != true)
                ? session
                : null;
}
