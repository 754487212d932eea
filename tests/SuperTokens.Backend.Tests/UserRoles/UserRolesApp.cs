using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>An application with roles, and an endpoint for each way to ask for one.</summary>
internal sealed class UserRolesApp : IAsyncDisposable
{
    private UserRolesApp(SessionApp app) => Sessions = app;

    public SessionApp Sessions { get; }

    public IServiceProvider Services => Sessions.App.Services;

    public IUserRolesRecipe Recipe => Services.GetRequiredService<IUserRolesRecipe>();

    public static async Task<UserRolesApp> StartAsync(Action<SuperTokensBuilder>? setUp = null, Action<WebApplication>? map = null)
    {
        var app = new UserRolesApp(await SessionApp.StartAsync(
            setUp: builder =>
            {
                builder.AddUserRoles();
                builder.Services.AddControllers().AddApplicationPart(typeof(UserRolesApp).Assembly);
                builder.Services.AddAuthorizationBuilder()
                    .AddPolicy("editors", policy => policy.RequireRole("editor"))
                    .AddPolicy("writers", policy => policy.RequirePermission("write"));
                setUp?.Invoke(builder);
            },
            map: web =>
            {
                Map(web);
                map?.Invoke(web);
            }));
        await app.Recipe.CreateNewRoleOrAddPermissionsAsync("editor", ["read", "write"]);
        await app.Recipe.CreateNewRoleOrAddPermissionsAsync("viewer", ["read"]);
        return app;
    }

    /// <summary>A frontend with a session of a user who has these roles.</summary>
    /// <param name="roles">The roles.</param>
    /// <returns>The frontend.</returns>
    public async Task<Frontend> SignInAsync(params string[] roles)
    {
        foreach (var role in roles)
        {
            Assert.IsType<AddRoleToUserResult.Ok>(await Recipe.AddRoleToUserAsync("public", "ann", role));
        }

        return await Sessions.SignInAsync(userId: "ann");
    }

    /// <summary>A frontend with a session in a tenant, which is made if need be.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="userId">The user.</param>
    /// <returns>The frontend.</returns>
    public async Task<Frontend> SignInToAsync(string tenantId, string userId)
    {
        await CreateTenantAsync(tenantId);
        var frontend = Sessions.CreateFrontend();
        (await frontend.PostAsync($"/login/{tenantId}/{userId}")).AssertOk();
        return frontend;
    }

    public async Task CreateTenantAsync(string tenantId)
    {
        var type = (System.Text.Json.Serialization.Metadata.JsonTypeInfo<JsonObject>)System.Text.Json.JsonSerializerOptions.Default.GetTypeInfo(typeof(JsonObject));
        var request = CoreRequest.Put(CorePath.App("/recipe/multitenancy/tenant/v2"), new JsonObject { ["tenantId"] = tenantId }, type);
        await Services.GetRequiredService<ICoreClient>().SendAsync(request with { RecipeId = "multitenancy" }, type);
    }

    public ValueTask DisposeAsync() => Sessions.DisposeAsync();

    private static void Map(WebApplication web)
    {
        web.MapPost("/login/{tenantId}/{userId}", async (string tenantId, string userId, HttpContext context, IRequestSessions sessions) =>
        {
            await sessions.CreateAsync(context, new NewSession(new RecipeUserId(userId)) { TenantId = tenantId }, context.RequestAborted);
            return "in";
        });
        web.MapGet("/role/extension", (ClaimsPrincipal user) => In(user)).RequireRole("editor");
        web.MapGet("/role/session", (ClaimsPrincipal user) => In(user)).RequireSession().RequireRole("editor");
        web.MapGet("/role/attribute", [RequireRole("editor")] (ClaimsPrincipal user) => In(user));
        web.MapGet("/role/authorize", [Authorize(Roles = "editor")] (ClaimsPrincipal user) => In(user));
        web.MapGet("/role/policy", (ClaimsPrincipal user) => In(user)).RequireAuthorization("editors");
        web.MapGet("/roles/extension", (ClaimsPrincipal user) => In(user)).RequireRole("admin", "editor");
        web.MapGet("/roles/authorize", [Authorize(Roles = "admin, editor")] (ClaimsPrincipal user) => In(user));
        web.MapGet("/permission/extension", (ClaimsPrincipal user) => In(user)).RequirePermission("write");
        web.MapGet("/permission/attribute", [RequirePermission("write")] (ClaimsPrincipal user) => In(user));
        web.MapGet("/permission/policy", (ClaimsPrincipal user) => In(user)).RequireAuthorization("writers");
        web.MapGet("/permissions", (ClaimsPrincipal user) => In(user)).RequirePermission("read", "write");
        web.MapGet("/both", (ClaimsPrincipal user) => In(user)).RequireRole("editor").RequirePermission("write");
        web.MapGet("/fresh", [RequireRole("editor", MaxAgeInSeconds = 60)] [RequirePermission("write", MaxAgeInSeconds = 60)] (ClaimsPrincipal user) => In(user));
        web.MapPost("/fetch", async (SessionContainer session, UserRoleClaim roles, PermissionClaim permissions) =>
        {
            await session.FetchAndSetClaimAsync(roles);
            await session.FetchAndSetClaimAsync(permissions);
        }).RequireSession();
        web.MapGroup("/closed").RequireRole("editor").MapGet("/open", () => "in").AllowAnonymous();
        web.MapControllers();
    }

    private static string In(ClaimsPrincipal user) => user.IsInRole("editor") ? "in" : "in without the role";
}
