using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Carries session tokens between requests, responses and the rest: in cookies or in headers.</summary>
internal sealed class SessionTransfer(SessionSettings settings, TimeProvider time)
{
    public const string AntiCsrfHeader = "anti-csrf";
    public const string FrontTokenHeader = "front-token";

    private const string NoStore = "no-store";
    private const string LegacyCookie = "sIdRefreshToken";
    private const string Bearer = "Bearer ";

    // Browsers cap a cookie at 400 days; whether the token in it is valid is decided by the token itself.
    private static readonly TimeSpan AccessTokenCookieLifetime = TimeSpan.FromDays(365);

    private static readonly SessionTokenType[] TokenTypes = [SessionTokenType.Access, SessionTokenType.Refresh];

    /// <summary>Finds a token of a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="type">Which token; in a header, both are the bearer token.</param>
    /// <param name="method">Where to look: cookie or header.</param>
    /// <param name="token">The token, possibly empty.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetToken(HttpContext context, SessionTokenType type, TokenTransferMethod method, out ReadOnlySpan<char> token)
    {
        if (method == TokenTransferMethod.Cookie)
        {
            return SessionCookies.TryGet(context.Request, settings.CookieName(context, type), out token)
                || (type == SessionTokenType.Refresh
                    && settings.Options.AcceptUnprefixedRefreshToken
                    && settings.UnprefixedCookieName(type) is { } unprefixed
                    && SessionCookies.TryGet(context.Request, unprefixed, out token));
        }

        token = context.Request.Headers.Authorization is [{ } header, ..] ? header.AsSpan().Trim() : [];
        if (!token.StartsWith(Bearer, StringComparison.Ordinal))
        {
            return false;
        }

        token = token[Bearer.Length..].Trim();
        return true;
    }

    /// <summary>Whether a response already sets or clears tokens.</summary>
    /// <param name="response">The response.</param>
    /// <returns>True when it does.</returns>
    public static bool HasWritten(HttpResponse response) => response.Headers.ContainsKey(FrontTokenHeader);

    public bool HasSeveralCookies(HttpContext context, SessionTokenType type)
        => SessionCookies.HasSeveral(context.Request, settings.CookieName(context, type));

    /// <summary>Whether a request comes from a session of 2022 and before, which also had an "id refresh token".</summary>
    public static bool HasLegacyCookie(HttpContext context) => SessionCookies.TryGet(context.Request, LegacyCookie, out _);

    public void ClearLegacyCookie(HttpContext context)
    {
        if (HasLegacyCookie(context))
        {
            SetCookie(context, LegacyCookie, "", SessionTokenType.Access, DateTimeOffset.UnixEpoch, settings.CookieDomain);
        }
    }

    public void SetAccessToken(HttpContext context, TokenTransferMethod method, string accessToken, string frontToken)
    {
        Expose(context, FrontTokenHeader, frontToken);
        Set(context, method, SessionTokenType.Access, accessToken, time.GetUtcNow() + AccessTokenCookieLifetime);
        if (method == TokenTransferMethod.Cookie && settings.Options.ExposeAccessTokenToFrontendInCookieBasedAuth)
        {
            Set(context, TokenTransferMethod.Header, SessionTokenType.Access, accessToken, default);
        }
    }

    public void SetRefreshToken(HttpContext context, TokenTransferMethod method, SessionToken refreshToken)
        => Set(context, method, SessionTokenType.Refresh, refreshToken.Token, DateTimeOffset.FromUnixTimeMilliseconds(refreshToken.Expiry));

    public static void SetAntiCsrfToken(HttpContext context, string token) => Expose(context, AntiCsrfHeader, token);

    public void Clear(HttpContext context, TokenTransferMethod method)
    {
        foreach (var type in TokenTypes)
        {
            Set(context, method, type, "", DateTimeOffset.UnixEpoch);
        }

        context.Response.Headers.Remove(AntiCsrfHeader);
        Expose(context, FrontTokenHeader, "remove");
    }

    /// <summary>Clears both places: what this response already holds, from a flow that failed later, must not reach the caller.</summary>
    /// <param name="context">The request.</param>
    public void ClearEverywhere(HttpContext context)
    {
        Clear(context, TokenTransferMethod.Cookie);
        Clear(context, TokenTransferMethod.Header);
    }

    /// <summary>Clears cookies that came twice from the older cookie domain.</summary>
    /// <param name="context">The request.</param>
    /// <param name="olderDomain">The domain to clear them at; empty for this host.</param>
    /// <returns>Whether there were any.</returns>
    public bool ClearDuplicateCookies(HttpContext context, string olderDomain)
    {
        var cleared = false;
        foreach (var type in TokenTypes.Where(type => HasSeveralCookies(context, type)))
        {
            SetCookie(context, settings.CookieName(context, type), "", type, DateTimeOffset.UnixEpoch, olderDomain);
            cleared = true;
        }

        return cleared;
    }

    // Whoever got such an answer from a cache would have the session. What the application says of caching, before or after this, must not undo it.
    private static void ForbidStoring(HttpResponse response)
    {
        if (response.HttpContext.Features.Get<NoStoreFeature>() is null)
        {
            response.HttpContext.Features.Set(NoStoreFeature.Instance);
            if (response.HttpContext.Features.Get<IOutputCacheFeature>() is { Context: var cached })
            {
                cached.AllowCacheStorage = false;
            }

            response.OnStarting(static state => ForbidStoringAsync((HttpResponse)state), response);
        }

        response.Headers.CacheControl = NoStore;
    }

    private static Task ForbidStoringAsync(HttpResponse response)
    {
        // A failure may have taken the tokens back.
        if (HasWritten(response) || response.Headers.SetCookie.Count > 0)
        {
            response.Headers.CacheControl = NoStore;
        }

        return Task.CompletedTask;
    }

    private static void Expose(HttpContext context, string name, string value)
    {
        ForbidStoring(context.Response);
        var headers = context.Response.Headers;
        headers[name] = value;
        var exposed = headers.AccessControlExposeHeaders.ToString();
        if (!exposed.Split(',', StringSplitOptions.TrimEntries).Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            headers.AccessControlExposeHeaders = new StringValues(exposed.Length == 0 ? name : $"{exposed}, {name}");
        }
    }

    private void Set(HttpContext context, TokenTransferMethod method, SessionTokenType type, string value, DateTimeOffset expires)
    {
        if (method == TokenTransferMethod.Cookie)
        {
            SetCookie(context, settings.CookieName(context, type), value, type, expires, settings.CookieDomain);
            if (settings.UnprefixedCookieName(type) is { } unprefixed && SessionCookies.TryGet(context.Request, unprefixed, out _))
            {
                SetCookie(context, unprefixed, "", type, DateTimeOffset.UnixEpoch, settings.CookieDomain);
            }
        }
        else
        {
            Expose(context, settings.ResponseHeaderName(context, type), value);
        }
    }

    private void SetCookie(HttpContext context, string name, string value, SessionTokenType type, DateTimeOffset expires, string? domain)
    {
        ForbidStoring(context.Response);
        SessionCookies.Set(context.Response, name, value, new CookieOptions
        {
            Domain = domain,
            Path = type == SessionTokenType.Refresh ? settings.RefreshTokenPath : settings.AccessTokenPath is "" ? "/" : settings.AccessTokenPath,
            Expires = expires,
            HttpOnly = true,
            Secure = settings.CookieSecure,
            SameSite = settings.SameSite(context),
        });
    }
}
