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

    public async Task<SessionContainer?> VerifySessionAsync(VerifySessionOptions? options, ApiContext context, CancellationToken cancellationToken = default)
    {
        var request = context.HttpContext.Request;
        return HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method)
            ? null
            : await sessions.GetAsync(context.HttpContext, options, cancellationToken);
    }
}
