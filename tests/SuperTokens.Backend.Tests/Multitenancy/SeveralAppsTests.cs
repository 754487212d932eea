using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>Several applications on one core, told apart by <c>/appid-…</c> in the connection URI.</summary>
public sealed class SeveralAppsTests
{
    [Fact]
    public async Task A_user_and_a_session_of_one_app_are_unknown_in_another()
    {
        await using var core = await StartCoreAsync("shop", "blog");
        await using var shop = await StartAppAsync(core, "/appid-shop");
        await using var blog = await StartAppAsync(core, "/appid-blog");
        await using var plain = await StartAppAsync(core, "");

        var ann = new Frontend(shop.Server.CreateClient(), "header");
        Assert.Equal("OK", await StatusAsync(ann.PostAsync("/auth/signup", TenantsApp.Form("ann@example.com"))));
        await (await ann.GetAsync("/me")).AssertAsync(HttpStatusCode.OK, "public");

        foreach (var other in new[] { blog, plain })
        {
            Assert.Equal("WRONG_CREDENTIALS_ERROR", await StatusAsync(new Frontend(other.Server.CreateClient(), "header").PostAsync("/auth/signin", TenantsApp.Form("ann@example.com"))));
            var stranger = new Frontend(other.Server.CreateClient(), "header") { AccessToken = ann.AccessToken, RefreshToken = ann.RefreshToken };
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/me")).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.RefreshAsync()).StatusCode);
        }

        // What the others tried did not cost the session.
        await (await ann.GetAsync("/me")).AssertAsync(HttpStatusCode.OK, "public");
        Assert.Equal(HttpStatusCode.OK, (await ann.RefreshAsync()).StatusCode);
    }

    [Fact]
    public async Task Tenants_belong_to_their_app()
    {
        await using var core = await StartCoreAsync("shop", "blog");
        await using var shop = await StartAppAsync(core, "/appid-shop");
        await using var blog = await StartAppAsync(core, "/appid-blog");
        await shop.Services.GetRequiredService<IMultitenancyRecipe>().CreateOrUpdateTenantAsync("t1");

        Assert.NotNull(await shop.Services.GetRequiredService<IMultitenancyRecipe>().GetTenantAsync("t1"));
        Assert.Null(await blog.Services.GetRequiredService<IMultitenancyRecipe>().GetTenantAsync("t1"));
        Assert.Equal(["public"], (await blog.Services.GetRequiredService<IMultitenancyRecipe>().ListAllTenantsAsync()).Select(tenant => tenant.Id));
    }

    [Fact]
    public async Task An_app_that_the_core_does_not_know_is_a_failing_core()
    {
        await using var core = await StartCoreAsync();
        await using var app = await StartAppAsync(core, "/appid-nobody");
        using var response = await app.CreateClient().PostAsJsonAsync("/auth/signin", TenantsApp.Form("ann@example.com"));
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("nobody", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string?> StatusAsync(Task<HttpResponseMessage> answering)
    {
        using var response = await answering;
        return (string?)(await response.JsonAsync())["status"];
    }

    private static async Task<TestApp> StartCoreAsync(params string[] appIds)
    {
        var core = await TestApp.StartAsync(builder => builder.UseTestCore(options => options.NewPrivateKey = NewKey), map: web => web.MapSuperTokensCore());
        using var client = core.Server.CreateClient();
        foreach (var appId in appIds)
        {
            using var response = await client.PutAsJsonAsync("/recipe/multitenancy/app/v2", new { appId });
            response.EnsureSuccessStatusCode();
        }

        return core;
    }

    // The tests' shared keys would make one app's tokens good in another.
    private static byte[] NewKey()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKey();
    }

    private static Task<TestApp> StartAppAsync(TestApp core, string path) => TestApp.StartAsync(
        builder =>
        {
            builder.AddEmailPassword().AddSession();
            builder.Services.AddHttpClient(CoreDefaults.HttpClientName).ConfigurePrimaryHttpMessageHandler(core.Server.CreateHandler);
        },
        options => options.ConnectionUri = "http://core.test" + path,
        web => web.MapGet("/me", (SessionContainer session) => session.TenantId).RequireSession());
}
