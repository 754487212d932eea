using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokensApp._1.Endpoints;

public static class AccountEndpoints
{
    public static void MapAccountEndpoints(this IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/account", ReadAsync).RequireSession();

    /// <summary>The ways to sign in that are linked to the account of the person who is signed in.</summary>
    private static async Task<Account> ReadAsync(SessionContainer session, IUserDirectory users, CancellationToken cancellationToken)
    {
        var user = await users.GetUserAsync(session.UserId, cancellationToken);
        return new Account(
            session.UserId,
            user?.LoginMethods.Select(method => new AccountLogin(method.RecipeId, method.Email, method.PhoneNumber, method.Verified)));
    }
}

public sealed record Account(string UserId, IEnumerable<AccountLogin>? LoginMethods);

public sealed record AccountLogin(string RecipeId, string? Email, string? PhoneNumber, bool Verified);
