using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The session settings with all defaults worked out.</summary>
internal sealed class SessionSettings
{
    private const string AccessTokenCookie = "sAccessToken";
    private const string RefreshTokenCookie = "sRefreshToken";
    private const string AccessTokenHeader = "st-access-token";
    private const string RefreshTokenHeader = "st-refresh-token";
    private const string AuthModeHeader = "st-auth-mode";

    private const string SecurePrefix = "__Secure-";
    private const string HostPrefix = "__Host-";

    private readonly SuperTokensAppInfo _appInfo;
    private readonly string _accessTokenCookie;
    private readonly string _refreshTokenCookie;

    public SessionSettings(IOptions<SessionOptions> options, SuperTokensAppInfo appInfo)
    {
        _appInfo = appInfo;
        Options = options.Value;

        // A cookie with the other prefix must be for all paths; that of the refresh token is for its endpoint alone.
        (_accessTokenCookie, _refreshTokenCookie) = Options.CookiePrefix switch
        {
            SessionCookiePrefix.Secure => (SecurePrefix + AccessTokenCookie, SecurePrefix + RefreshTokenCookie),
            SessionCookiePrefix.Host => (HostPrefix + AccessTokenCookie, SecurePrefix + RefreshTokenCookie),
            _ => (AccessTokenCookie, RefreshTokenCookie),
        };
        CookieSecure = Options.CookieSecure ?? appInfo.ApiDomain.StartsWith("https", StringComparison.Ordinal);
        CookieDomain = Domain(Options.CookieDomain);
        OlderCookieDomain = Options.OlderCookieDomain is "" ? "" : Domain(Options.OlderCookieDomain);
        AccessTokenPath = NormalisedUrl.TryGetPath(Options.AccessTokenPath, out var path) ? path : "";
        RefreshTokenPath = appInfo.ApiBasePath + SessionEndpoints.RefreshPath;
    }

    public SessionOptions Options { get; }

    public bool CookieSecure { get; }

    public string? CookieDomain { get; }

    public string? OlderCookieDomain { get; }

    /// <summary>Empty for the root.</summary>
    public string AccessTokenPath { get; }

    public string RefreshTokenPath { get; }

    public SameSiteMode SameSite(HttpContext? context)
    {
        if (Options.CookieSameSite is { } configured)
        {
            return configured;
        }

        return _appInfo.TopLevelApiDomain == _appInfo.GetTopLevelWebsiteDomain(context) && Scheme(_appInfo.ApiDomain) == Scheme(_appInfo.GetOrigin(context))
            ? SameSiteMode.Lax
            : SameSiteMode.None;
    }

    public AntiCsrfMode AntiCsrf(HttpContext? context)
        => Options.AntiCsrf ?? (SameSite(context) == SameSiteMode.None ? AntiCsrfMode.ViaCustomHeader : AntiCsrfMode.None);

    /// <summary>Browsers drop insecure cookies with SameSite=None, save between hosts of one machine.</summary>
    public bool BrowsersWouldDropCookies(HttpContext context)
        => SameSite(context) == SameSiteMode.None
            && !CookieSecure
            && !(NormalisedUrl.IsLocal(_appInfo.TopLevelApiDomain) && NormalisedUrl.IsLocal(_appInfo.GetTopLevelWebsiteDomain(context)));

    /// <summary>Whether a browser sent the request from another place than the website or this API itself.</summary>
    public bool IsFromElsewhere(HttpContext context)
        => context.Request.Headers.Origin is [{ Length: > 0 } origin, ..]
            && !origin.Equals(_appInfo.GetOrigin(context), StringComparison.OrdinalIgnoreCase)
            && !origin.Equals(_appInfo.ApiDomain, StringComparison.OrdinalIgnoreCase);

    public TokenTransferMethod AllowedMethod(HttpContext context)
        => Options.TokenTransferMethodOfRequest?.Invoke(context, false) ?? Options.TokenTransferMethod;

    /// <summary>How a new session's tokens travel. FDI: a frontend that does not say so (st-auth-mode) gets headers; a page has none.</summary>
    public TokenTransferMethod MethodForNewSession(HttpContext context)
    {
        var method = Options.TokenTransferMethodOfRequest?.Invoke(context, true) ?? Options.TokenTransferMethod;
        if (method != TokenTransferMethod.Any)
        {
            return method;
        }

        return context.Features.Get<PageFeature>() is not null || string.Equals(context.Request.Headers[AuthModeHeader], "cookie", StringComparison.OrdinalIgnoreCase)
            ? TokenTransferMethod.Cookie
            : TokenTransferMethod.Header;
    }

    public string CookieName(HttpContext context, SessionTokenType type)
        => Options.CookieName?.Invoke(context, type) ?? (type == SessionTokenType.Access ? _accessTokenCookie : _refreshTokenCookie);

    /// <summary>The cookie's name before it had a prefix; null when it has none.</summary>
    public string? UnprefixedCookieName(SessionTokenType type)
        => Options.CookiePrefix == SessionCookiePrefix.None ? null : type == SessionTokenType.Access ? AccessTokenCookie : RefreshTokenCookie;

    public string ResponseHeaderName(HttpContext context, SessionTokenType type)
        => Options.ResponseHeaderName?.Invoke(context, type) ?? (type == SessionTokenType.Access ? AccessTokenHeader : RefreshTokenHeader);

    private static string? Domain(string? given) => given is not null && NormalisedUrl.TryGetCookieDomain(given, out var domain) ? domain : null;

    private static string Scheme(string origin) => origin[..origin.IndexOf(':', StringComparison.Ordinal)];
}
