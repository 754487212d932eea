using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The settings of sessions; the configuration section <c>SuperTokens:Session</c> binds to them.</summary>
public sealed class SessionOptions
{
    /// <summary>
    /// Whether access tokens are signed with keys the core replaces regularly (true) or with one that stays (false). Tokens
    /// of the other kind are then refused and refreshed. Default: true.
    /// </summary>
    public bool UseDynamicAccessTokenSigningKey { get; set; } = true;

    /// <summary>The status of an answer to a request without a valid session. Default: 401.</summary>
    public int SessionExpiredStatusCode { get; set; } = StatusCodes.Status401Unauthorized;

    /// <summary>The status of an answer to a session whose claims are not as required; it must differ from <see cref="SessionExpiredStatusCode"/>. Default: 403.</summary>
    public int InvalidClaimStatusCode { get; set; } = StatusCodes.Status403Forbidden;

    /// <summary>The path the access token's cookie is sent to. Default: <c>/</c>.</summary>
    public string AccessTokenPath { get; set; } = "/";

    /// <summary>Whether cookies are sent over HTTPS only. Default (null): when the API's domain is an https address.</summary>
    public bool? CookieSecure { get; set; }

    /// <summary>
    /// The cookies' SameSite attribute. Default (null): <c>Lax</c> where API and website share scheme and registrable domain,
    /// <c>None</c> where they do not, decided for each request's website.
    /// </summary>
    public SameSiteMode? CookieSameSite { get; set; }

    /// <summary>The domain of the cookies, such as <c>.example.com</c> to share them between subdomains. Default (null): this host only.</summary>
    public string? CookieDomain { get; set; }

    /// <summary>
    /// The <see cref="CookieDomain"/> used before; an empty text when none was set. Cookies left there are cleared when a
    /// refresh finds a cookie twice. Default (null): there was no other.
    /// </summary>
    public string? OlderCookieDomain { get; set; }

    /// <summary>The protection from cross-site requests. Default (null): <see cref="AntiCsrfMode.ViaCustomHeader"/> where SameSite is <c>None</c>, otherwise <see cref="AntiCsrfMode.None"/>.</summary>
    public AntiCsrfMode? AntiCsrf { get; set; }

    /// <summary>How tokens travel. Default: <see cref="TokenTransferMethod.Any"/>.</summary>
    public TokenTransferMethod TokenTransferMethod { get; set; } = TokenTransferMethod.Any;

    /// <summary>Decides how tokens travel for one request; the second argument says whether a session is being created. It wins over <see cref="TokenTransferMethod"/>. Only set in code. Default: none.</summary>
    public Func<HttpContext, bool, TokenTransferMethod>? TokenTransferMethodOfRequest { get; set; }

    /// <summary>
    /// A prefix of the cookies' names by which browsers keep other hosts and plain HTTP from setting them. It needs https. Frontends read neither
    /// cookie, but other backends of the same sessions must use the same names. Default: <see cref="SessionCookiePrefix.None"/>
    /// </summary>
    public SessionCookiePrefix CookiePrefix { get; set; }

    /// <summary>
    /// Whether a refresh token in a cookie without <see cref="CookiePrefix"/> still counts, so that a change of it signs nobody out. Such cookies are
    /// replaced by the refresh. While it is on, who can set cookies for this host can still put a session of theirs there: turn it off once
    /// refresh tokens of before have expired. Default: false.
    /// </summary>
    public bool AcceptUnprefixedRefreshToken { get; set; }

    /// <summary>Names a token's cookie. Only set in code, and not together with <see cref="CookiePrefix"/>. Default: <c>sAccessToken</c> and <c>sRefreshToken</c>.</summary>
    public Func<HttpContext, SessionTokenType, string>? CookieName { get; set; }

    /// <summary>Names a token's response header. Only set in code. Default: <c>st-access-token</c> and <c>st-refresh-token</c>.</summary>
    public Func<HttpContext, SessionTokenType, string>? ResponseHeaderName { get; set; }

    /// <summary>Whether the access token is also sent in a header, readable by scripts, when cookies are used. Default: false.</summary>
    public bool ExposeAccessTokenToFrontendInCookieBasedAuth { get; set; }

    /// <summary>
    /// How long the core's public keys are used before they are fetched again, in the background: a key that the core has removed is accepted for at
    /// most twice this time while the core answers. Up to 365 days. Default: 4 hours.
    /// </summary>
    public TimeSpan JwksRefreshInterval { get; set; } = TimeSpan.FromHours(4);

    /// <summary>
    /// How many access tokens are remembered as rightly signed, so that requests that bring them again cost little; together they take at most
    /// about 64 MB. Everything else is checked each time: expiry, the core's keys, anti-CSRF, and the database where that is asked for. 0 verifies
    /// every signature every time. Default: 10,000.
    /// </summary>
    public int AccessTokenCacheSize { get; set; } = 10_000;

    /// <summary>
    /// How long after <see cref="JwksRefreshInterval"/> the core's public keys go on being used when they cannot be fetched again, so that people
    /// who are signed in stay so while the core is down. 0 asks for newer keys first, always. Up to 365 days. Default: 1 day.
    /// </summary>
    public TimeSpan JwksStaleTolerance { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Own answers to session errors. Only set in code. Default: the protocol's.</summary>
    public SessionErrorHandlers ErrorHandlers { get; set; } = new();
}
