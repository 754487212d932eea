using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.OpenId;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Sessions of HTTP requests: finds tokens, applies the anti-CSRF rule, validates claims, attaches new tokens.</summary>
internal sealed class RequestSessions(
    ISessionRecipe recipe,
    IOpenIdRecipe openId,
    SessionSettings settings,
    SessionTransfer transfer,
    SessionClaims claims,
    AccessTokenReader tokens,
    SessionRecorder recorder,
    ILogger<RequestSessions> logger,
    IOutputCacheStore? outputCache = null)
    : IRequestSessions
{
    private const string CustomHeader = "rid";

    private static readonly VerifySessionOptions Default = new();

    public async Task<SessionContainer> CreateAsync(HttpContext context, NewSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(session);
        var method = settings.MethodForNewSession(context);
        if (method == TokenTransferMethod.Cookie && settings.BrowsersWouldDropCookies(context))
        {
            throw new InvalidOperationException(
                "API and website are different sites, so browsers accept session cookies only if they are secure. Use https for SuperTokens:AppInfo:ApiDomain and do not set SuperTokens:Session:CookieSecure to false.");
        }

        var issuer = (await openId.GetOpenIdDiscoveryConfigurationAsync(cancellationToken)).Issuer;
        var payload = await claims.BuildPayloadAsync(session, issuer, cancellationToken);
        var created = await recipe.CreateNewSessionAsync(session with { AccessTokenPayload = payload }, method == TokenTransferMethod.Header, cancellationToken);

        var other = Other(method);
        if (transfer.TryGetToken(context, SessionTokenType.Access, other, out _))
        {
            transfer.Clear(context, other);
        }

        created.AttachToResponse(context, method);
        context.Features.Set(new SessionFeature(created));
        return created;
    }

    public async Task<SessionContainer?> GetAsync(HttpContext context, VerifySessionOptions? options = null, CancellationToken cancellationToken = default)
    {
        var session = await VerifyAsync(context, options, cancellationToken);
        session?.WriteNewTokens();
        return session;
    }

    /// <summary>Verifies the request's session as <see cref="GetAsync"/> does, but writes nothing to the response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="options">How to verify.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session, bound to the response; its new tokens are still to be written.</returns>
    public async ValueTask<SessionContainer?> VerifyAsync(HttpContext context, VerifySessionOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        options ??= Default;
        if (SessionTransfer.HasLegacyCookie(context))
        {
            throw new TryRefreshTokenException("The request comes from a legacy session.");
        }

        var allowed = settings.AllowedMethod(context);
        var known = context.Features.Get<SessionFeature>();
        var token = FindAccessToken(context, allowed, known?.Token, out var method);
        var antiCsrfToken = AntiCsrfToken(context);
        var checkAntiCsrf = token is not null && method != TokenTransferMethod.Header && (options.AntiCsrfCheck ?? !HttpMethods.IsGet(context.Request.Method));
        if (token is not null && method == TokenTransferMethod.Cookie && WebSocketRequests.IsOne(context))
        {
            // Browsers send cookies with WebSockets to any site, ask no CORS and cannot add a header: what is left is where it comes from.
            checkAntiCsrf = settings.IsFromElsewhere(context) ? throw new TryRefreshTokenException("The WebSocket comes from another site.") : false;
        }

        if (checkAntiCsrf && settings.AntiCsrf(context) == AntiCsrfMode.ViaCustomHeader)
        {
            checkAntiCsrf = HasCustomHeader(context) ? false : throw new TryRefreshTokenException("The request lacks the rid header, which protects from other sites.");
        }

        var session = known?.VerifiedAs(token, options.CheckDatabase, checkAntiCsrf)
            ?? await recipe.GetSessionAsync(token?.Raw, antiCsrfToken, options with { AntiCsrfCheck = checkAntiCsrf }, cancellationToken);
        if (session is null)
        {
            return null;
        }

        session.Bind(context, method ?? (allowed == TokenTransferMethod.Cookie ? TokenTransferMethod.Cookie : TokenTransferMethod.Header));
        var validators = await recipe.GetGlobalClaimValidatorsAsync(session.UserId, session.RecipeUserId, session.TenantId, claims.GlobalValidators, cancellationToken);
        if (options.OverrideGlobalClaimValidators is { } change)
        {
            validators = await change(validators, session, cancellationToken);
        }

        if (outputCache is not null && known is not { AreClaimsValid: true } && context.Features.Get<IOutputCacheFeature>() is { Context: var cached })
        {
            // The cache looked before it could know of the session: what this user gets must not be kept for others.
            cached.AllowCacheStorage = false;
        }

        var feature = new SessionFeature(session, token, options.CheckDatabase, checkAntiCsrf) { AreClaimsValid = false };
        context.Features.Set(feature);
        await session.AssertClaimsAsync(validators, cancellationToken);
        feature.AreClaimsValid = true;
        return session;
    }

    public async Task<SessionContainer> RefreshAsync(HttpContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var allowed = settings.AllowedMethod(context);
        if (allowed != TokenTransferMethod.Header)
        {
            RefuseDuplicateCookies(context);
        }

        var (refreshToken, method) = FindRefreshToken(context, allowed);
        try
        {
            if (refreshToken is null)
            {
                throw Refused(new UnauthorisedException("There is no refresh token."));
            }

            var disableAntiCsrf = method == TokenTransferMethod.Header;
            if (!disableAntiCsrf && settings.AntiCsrf(context) == AntiCsrfMode.ViaCustomHeader)
            {
                disableAntiCsrf = HasCustomHeader(context) ? true : throw Refused(new UnauthorisedException("The request lacks the rid header, which protects from other sites."));
            }

            var session = await recipe.RefreshSessionAsync(refreshToken, AntiCsrfToken(context), disableAntiCsrf, cancellationToken);
            if (transfer.TryGetToken(context, SessionTokenType.Refresh, Other(method), out _))
            {
                transfer.Clear(context, Other(method));
            }

            session.AttachToResponse(context, method);
            transfer.ClearLegacyCookie(context);
            context.Features.Set(new SessionFeature(session));
            return session;
        }
        catch (Exception exception) when (exception is TokenTheftException or UnauthorisedException { ClearTokens: true })
        {
            transfer.ClearLegacyCookie(context);
            throw;
        }
    }

    private static TokenTransferMethod Other(TokenTransferMethod method)
        => method == TokenTransferMethod.Header ? TokenTransferMethod.Cookie : TokenTransferMethod.Header;

    private static string? AntiCsrfToken(HttpContext context)
        => context.Request.Headers.TryGetValue(SessionTransfer.AntiCsrfHeader, out var token) ? token.ToString() : null;

    // FDI: any value counts; other sites cannot send the header at all.
    private static bool HasCustomHeader(HttpContext context) => context.Request.Headers.ContainsKey(CustomHeader);

    private AccessToken? FindAccessToken(HttpContext context, TokenTransferMethod allowed, AccessToken? known, out TokenTransferMethod? method)
    {
        // What is no access token of ours, such as another service's bearer token, does not hide one that is.
        if (allowed != TokenTransferMethod.Cookie
            && transfer.TryGetToken(context, SessionTokenType.Access, TokenTransferMethod.Header, out var bearer)
            && TryRead(bearer, known, out var token))
        {
            method = TokenTransferMethod.Header;
            return token;
        }

        method = null;
        if (allowed == TokenTransferMethod.Header
            || !transfer.TryGetToken(context, SessionTokenType.Access, TokenTransferMethod.Cookie, out var cookie)
            || !TryRead(cookie, known, out token))
        {
            return FindAccessTokenInQuery(context, allowed, known, ref method);
        }

        method = TokenTransferMethod.Cookie;
        return transfer.HasSeveralCookies(context, SessionTokenType.Access)
            ? throw new TryRefreshTokenException("The request has several access token cookies.")
            : token;
    }

    private AccessToken? FindAccessTokenInQuery(HttpContext context, TokenTransferMethod allowed, AccessToken? known, ref TokenTransferMethod? method)
    {
        if (allowed == TokenTransferMethod.Cookie
            || context.GetEndpoint()?.Metadata.GetMetadata<AccessTokenInQuery>() is null
            || !WebSocketRequests.CannotSendHeaders(context)
            || context.Request.Query[AccessTokenInQuery.Name] is not [{ Length: > 0 } raw]
            || !TryRead(raw, known, out var token))
        {
            return null;
        }

        method = TokenTransferMethod.Header;
        return token;
    }

    private bool TryRead(ReadOnlySpan<char> raw, AccessToken? known, [NotNullWhen(true)] out AccessToken? token)
    {
        token = known;
        return (known is not null && raw.SequenceEqual(known.Raw)) || tokens.TryRead(raw, out token);
    }

    private (string? Token, TokenTransferMethod Method) FindRefreshToken(HttpContext context, TokenTransferMethod allowed)
    {
        if (allowed != TokenTransferMethod.Cookie
            && transfer.TryGetToken(context, SessionTokenType.Refresh, TokenTransferMethod.Header, out var bearer)
            && bearer.Length > 0)
        {
            return (bearer.ToString(), TokenTransferMethod.Header);
        }

        return allowed != TokenTransferMethod.Header
            && transfer.TryGetToken(context, SessionTokenType.Refresh, TokenTransferMethod.Cookie, out var cookie)
            && cookie.Length > 0
                ? (cookie.ToString(), TokenTransferMethod.Cookie)
                : (null, TokenTransferMethod.Cookie);
    }

    // What the recipe never sees; the rest it records itself.
    private Exception Refused(Exception exception)
    {
        recorder.RefreshFailed(exception);
        return exception;
    }

    private void RefuseDuplicateCookies(HttpContext context)
    {
        if (settings.OlderCookieDomain is { } olderDomain)
        {
            if (transfer.ClearDuplicateCookies(context, olderDomain))
            {
                logger.DuplicateCookiesCleared();
                throw Refused(new DuplicateSessionCookiesException());
            }
        }
        else if (transfer.HasSeveralCookies(context, SessionTokenType.Access) || transfer.HasSeveralCookies(context, SessionTokenType.Refresh))
        {
            // Which one is right cannot be told, and the wrong one would have the frontend refresh for ever.
            logger.DuplicateCookies();
            throw Refused(new BadInputException("The request contains multiple session cookies."));
        }
    }
}
