using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of <c>docs/recipes/session.md</c>.</summary>
internal static class SessionSnippets
{
    public static void Services(SuperTokensBuilder superTokens)
    {
        superTokens.AddSession();
    }

    public static void Endpoints(WebApplication app)
    {
        app.MapGet("/cart", (SessionContainer session) => $"Cart of {session.UserId}").RequireSession();
        app.MapPost("/order", (SessionContainer session) => Results.Accepted())
            .RequireSession(new VerifySessionOptions { CheckDatabase = true });
    }

    public static void SignOut(WebApplication app)
    {
        app.MapGet("/sessions", async (SessionContainer session) => (await session.ListAllAsync()).Sessions.Select(one => new { one.Handle, one.TimeCreated })).RequireSession();
        app.MapPost("/sign-out-elsewhere", async (SessionContainer session) => await session.RevokeOthersAsync()).RequireSession();
    }

    sealed class PaidPlansOnly(ISessionRecipe original, PrimitiveClaim<string> plan) : DelegatingSessionRecipe(original)
    {
        public override async ValueTask<IReadOnlyList<SessionClaimValidator>> GetGlobalClaimValidatorsAsync(
            string userId, RecipeUserId recipeUserId, string tenantId, IReadOnlyList<SessionClaimValidator> addedByRecipes, CancellationToken cancellationToken = default)
            => [.. await base.GetGlobalClaimValidatorsAsync(userId, recipeUserId, tenantId, addedByRecipes, cancellationToken), plan.HasValue("paid")];
    }
}
