using Microsoft.AspNetCore.Mvc;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokensApp._1.Controllers;

[ApiController]
public class AccountController(IUserDirectory users) : ControllerBase
{
    /// <summary>The ways to sign in that are linked to the account of the person who is signed in.</summary>
    [HttpGet("/account")]
    [RequireSession]
    public async Task<ActionResult> Account(SessionContainer session, CancellationToken cancellationToken)
    {
        var user = await users.GetUserAsync(session.UserId, cancellationToken);
        return Ok(new
        {
            userId = session.UserId,
            loginMethods = user?.LoginMethods.Select(method => new { method.RecipeId, method.Email, method.PhoneNumber, method.Verified }),
        });
    }
}
