using SuperTokens.Backend.Core;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokensApp._1.Infrastructure;

/// <summary>The session that a page is shown with, whatever its claims say: somebody whose address is still to be verified can sign out, too.</summary>
/// <param name="Session">The session; null for visitors.</param>
/// <param name="IsKnown">False when it cannot be told: the access token has expired, a cookie came twice, or the core does not answer.</param>
public sealed record PageSession(SessionContainer? Session, bool IsKnown)
{
    /// <summary>Lets visitors and all sessions pass. Forms are protected by antiforgery.</summary>
    public static readonly VerifySessionOptions Any = new()
    {
        SessionRequired = false,
        AntiCsrfCheck = false,
        OverrideGlobalClaimValidators = (_, _, _) => ValueTask.FromResult<IReadOnlyList<SessionClaimValidator>>([]),
    };

    /// <summary>How long the access token is valid, in milliseconds.</summary>
    public long ExpiresIn
        => Session?.AccessTokenPayload["exp"] is { } expiry ? Math.Max(0, (expiry.GetValue<long>() * 1000) - TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()) : 0;

    public static async Task<PageSession> FindAsync(HttpContext context)
    {
        try
        {
            var sessions = context.RequestServices.GetRequiredService<IRequestSessions>();
            return new PageSession(await sessions.GetAsync(context, Any, context.RequestAborted), IsKnown: true);
        }
        catch (Exception exception) when (exception is TryRefreshTokenException or UnauthorisedException or CoreException or BadInputException)
        {
            return new PageSession(null, IsKnown: false);
        }
    }
}
