using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SuperTokens.Backend.Hosting.Authentication;

namespace SuperTokensApp._1.Functions;

public class SessionFunctions
{
    /// <summary>Open to everyone.</summary>
    [Function("Hello")]
    public IResult Hello([HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "hello")] HttpRequest request)
        => Results.Text("hello");

    /// <summary>Needs a session: without one the answer is 401 and this method does not run.</summary>
    [Function("SessionInfo")]
    [RequireSession]
    public IResult SessionInfo([HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "sessioninfo")] HttpRequest request)
    {
        var session = request.HttpContext.GetSession()!;
        return Results.Ok(new
        {
            sessionHandle = session.Handle,
            userId = session.UserId,
            accessTokenPayload = session.AccessTokenPayload,
        });
    }
}
