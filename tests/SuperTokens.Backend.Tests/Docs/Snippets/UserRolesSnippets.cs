using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of <c>docs/recipes/userroles.md</c>.</summary>
internal static class UserRolesSnippets
{
    public static void Services(SuperTokensBuilder superTokens)
    {
        superTokens.AddUserRoles();
    }

    public static void Endpoints(WebApplication app)
    {
        app.MapGet("/reports", () => "Reports").RequireRole("auditor", "owner");      // one of them is enough
        app.MapPost("/refunds", () => Results.Accepted()).RequirePermission("refunds:write", "orders:read");   // all of them are needed
    }

    public static async Task GiveAsync(IUserRolesRecipe roles, SessionContainer session, string userId)
    {
        await roles.CreateNewRoleOrAddPermissionsAsync("auditor", ["orders:read"]);
        if (await roles.AddRoleToUserAsync(session.TenantId, userId, "auditor") is AddRoleToUserResult.UnknownRole)
        {
            throw new InvalidOperationException("The role is gone.");
        }
    }

    public interface IAudit
    {
        Task WriteAsync(string line, CancellationToken cancellationToken);
    }

    sealed class WatchedRoles(IUserRolesRecipe original, IAudit audit) : DelegatingUserRolesRecipe(original)
    {
        public override async Task<AddRoleToUserResult> AddRoleToUserAsync(
            string tenantId, string userId, string role, CancellationToken cancellationToken = default)
        {
            await audit.WriteAsync($"{userId} becomes {role} in {tenantId}", cancellationToken);
            return await base.AddRoleToUserAsync(tenantId, userId, role, cancellationToken);
        }
    }
}
