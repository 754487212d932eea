namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The session of a request, once it is known. Kept so that several parts of a pipeline verify only once.</summary>
/// <param name="session">The session.</param>
/// <param name="token">The access token it was verified with; null when it was not verified but created or refreshed.</param>
/// <param name="isDatabaseChecked">Whether the core was asked.</param>
/// <param name="isAntiCsrfChecked">Whether the anti-CSRF token was compared.</param>
internal sealed class SessionFeature(SessionContainer session, AccessToken? token = null, bool isDatabaseChecked = false, bool isAntiCsrfChecked = false)
{
    public SessionContainer Session => session;

    public AccessToken? Token => token;

    /// <summary>Whether its claims are as required: only then is it the request's session for the application. Default: true.</summary>
    public bool AreClaimsValid { get; set; } = true;

    /// <summary>The session, if it was verified at least as strictly as asked.</summary>
    /// <param name="presented">The request's access token.</param>
    /// <param name="checkDatabase">Whether the core is to be asked.</param>
    /// <param name="checkAntiCsrf">Whether the anti-CSRF token is to be compared.</param>
    /// <returns>The session, or null when it must be verified.</returns>
    public SessionContainer? VerifiedAs(AccessToken? presented, bool checkDatabase, bool checkAntiCsrf)
        => presented is not null
            && ReferenceEquals(presented, token)
            && (isDatabaseChecked || !checkDatabase)
            && (isAntiCsrfChecked || !checkAntiCsrf)
                ? session
                : null;
}
