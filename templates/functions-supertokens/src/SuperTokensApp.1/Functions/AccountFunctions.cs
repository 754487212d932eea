using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Users;

namespace SuperTokensApp._1.Functions;

public class AccountFunctions(IUserDirectory users)
{
    /// <summary>The ways to sign in that are linked to the account of the person who is signed in.</summary>
    [Function("Account")]
    [RequireSession]
    public async Task<IResult> Account(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "options", Route = "account")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var session = request.HttpContext.GetSession()!;
        var user = await users.GetUserAsync(session.UserId, cancellationToken);
        return Results.Ok(new
        {
            userId = session.UserId,
            loginMethods = user?.LoginMethods.Select(method => new { method.RecipeId, method.Email, method.PhoneNumber, method.Verified }),
        });
    }
}
