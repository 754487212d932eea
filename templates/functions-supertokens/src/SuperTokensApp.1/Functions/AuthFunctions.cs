using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SuperTokens.Backend.Hosting;

namespace SuperTokensApp._1.Functions;

public class AuthFunctions(SuperTokensDispatcher dispatcher, SuperTokensPipeline superTokens)
{
    /// <summary>
    /// Sign-up, sign-in, refresh and the rest: everything under API_BASE_PATH_VALUE. Open to everyone, also where a FallbackPolicy of yours closes
    /// what has no attribute: what needs a session in there asks for it.
    /// </summary>
    [Function("Auth")]
    [AllowAnonymous]
    public async Task<IResult> Auth(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "delete", "options", Route = "API_BASE_PATH_ROUTE{*path}")] HttpRequest request,
        CancellationToken cancellationToken)
        => await dispatcher.TryHandleAsync(request.HttpContext, cancellationToken) ? Results.Empty : Results.NotFound();

    /// <summary>The messages that are not sent during development. Elsewhere there is no such page.</summary>
    [Function("Inbox")]
    [AllowAnonymous]
    [DisableCors]
    public async Task<IResult> Inbox([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "supertokens/inbox/{*path}")] HttpRequest request)
        => await superTokens.TryHandleInboxAsync(request.HttpContext) ? Results.Empty : Results.NotFound();
}
