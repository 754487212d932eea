namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The prefix of the session cookies' names (RFC 6265bis, 4.1.3).</summary>
public enum SessionCookiePrefix
{
    /// <summary>None: <c>sAccessToken</c> and <c>sRefreshToken</c>, as other SuperTokens backends name them.</summary>
    None,

    /// <summary><c>__Secure-sAccessToken</c> and <c>__Secure-sRefreshToken</c>: a page over plain HTTP cannot set them.</summary>
    Secure,

    /// <summary>
    /// <c>__Host-sAccessToken</c>: no other host, such as a subdomain, can set it either. The refresh token's cookie is for the refresh endpoint
    /// alone, which this prefix does not allow, so it is <c>__Secure-sRefreshToken</c>.
    /// </summary>
    Host,
}
