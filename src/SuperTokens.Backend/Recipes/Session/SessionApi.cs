using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The session recipe's endpoints.</summary>
internal sealed class SessionApi(IRequestSessions sessions) : ISessionApi
{
    public Task<SessionContainer> RefreshPostAsync(ApiContext context, CancellationToken cancellationToken = default)
        => sessions.RefreshAsync(context.HttpContext, cancellationToken);

    public async Task<SignOutPostResult> SignOutPostAsync(SessionContainer session, ApiContext context, CancellationToken cancellationToken = default)
    {
        await session.RevokeAsync(cancellationToken);
        return new SignOutPostResult.Ok();
    }

    // supertokens-node lets OPTIONS and TRACE pass. Here CORS answers preflights before any endpoint, and what is left would
    // run the endpoint without a session.
    public Task<SessionContainer?> VerifySessionAsync(VerifySessionOptions? options, ApiContext context, CancellationToken cancellationToken = default)
        => sessions.GetAsync(context.HttpContext, options, cancellationToken);
}
