using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>An application with passwords, the tenants <c>t1</c> and <c>t2</c>, an embedded core, and an endpoint for each way to require a tenant.</summary>
internal sealed class TenantsApp : IAsyncDisposable
{
    public const string Password = "Str0ngPassw0rd";

    private TenantsApp(TestApp app) => App = app;

    public TestApp App { get; }

    public IMultitenancyRecipe Recipe => App.Services.GetRequiredService<IMultitenancyRecipe>();

    public static async Task<TenantsApp> StartAsync(Action<SuperTokensBuilder>? setUp = null, Action<WebApplication>? map = null)
    {
        var app = new TenantsApp(await TestApp.StartAsync(
            builder =>
            {
                builder.AddEmailPassword().AddSession().UseTestCore();
                setUp?.Invoke(builder);
            },
            map: web =>
            {
                Map(web);
                map?.Invoke(web);
            }));
        foreach (var tenantId in new[] { "t1", "t2" })
        {
            await app.Recipe.CreateOrUpdateTenantAsync(tenantId, new TenantChanges { FirstFactors = TenantFactors.Only("emailpassword") });
        }

        return app;
    }

    /// <summary>The body of a sign-up or sign-in.</summary>
    public static JsonObject Form(string email, string password = Password) => new()
    {
        ["formFields"] = new JsonArray(
            new JsonObject { ["id"] = "email", ["value"] = email },
            new JsonObject { ["id"] = "password", ["value"] = password }),
    };

    public Frontend CreateFrontend() => new(App.Server.CreateClient(), "header");

    /// <summary>A frontend whose user has just signed up in a tenant.</summary>
    public async Task<Frontend> SignUpAsync(string tenantId, string email = "ann@example.com")
    {
        var frontend = CreateFrontend();
        using var response = await frontend.PostAsync($"/auth/{tenantId}/signup", Form(email));
        Assert.Equal("OK", (string?)(await response.JsonAsync())["status"]);
        return frontend;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static void Map(WebApplication web)
    {
        web.MapGet("/me", (SessionContainer session) => session.TenantId).RequireSession();
        web.MapGet("/extension/{tenantId}/orders", (string tenantId) => tenantId).RequireTenant();
        web.MapGet("/attribute/{tenantId}/orders", [RequireTenant] (string tenantId) => tenantId);
        web.MapGet("/session/{tenantId}/orders", (string tenantId, SessionContainer session) => tenantId).RequireSession().RequireTenant();
        web.MapGroup("/group/{tenantId}").RequireTenant().MapGet("/orders", (string tenantId) => tenantId);
        web.MapGet("/customers/{customer}", [RequireTenant(RouteValue = "customer")] (string customer) => customer);
        web.MapGet("/staff", () => "staff").RequireTenant("staff", "t1");
        web.MapGet("/forgotten", () => "open").RequireTenant();
        web.MapGet("/optional/{tenantId?}", () => "open").RequireTenant();
    }
}
