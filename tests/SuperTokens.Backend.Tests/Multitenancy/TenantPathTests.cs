using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>The tenant in the path of the SDK's own endpoints, and in the session that comes of them.</summary>
public sealed class TenantPathTests
{
    [Fact]
    public async Task A_user_of_one_tenant_is_unknown_in_another()
    {
        await using var app = await TenantsApp.StartAsync();
        await app.SignUpAsync("t1");

        Assert.Equal("OK", await SignInAsync(app, "/auth/t1/signin"));
        Assert.Equal("WRONG_CREDENTIALS_ERROR", await SignInAsync(app, "/auth/t2/signin"));
        Assert.Equal("WRONG_CREDENTIALS_ERROR", await SignInAsync(app, "/auth/signin"));
        Assert.Equal("WRONG_CREDENTIALS_ERROR", await SignInAsync(app, "/auth/public/signin"));
    }

    [Fact]
    public async Task The_same_address_is_another_user_in_each_tenant()
    {
        await using var app = await TenantsApp.StartAsync();
        var first = await app.SignUpAsync("t1");
        var second = await app.SignUpAsync("t2");

        Assert.NotEqual((string?)first.Payload["sub"], (string?)second.Payload["sub"]);
        Assert.Equal(("t1", "t2"), ((string?)first.Payload["tId"], (string?)second.Payload["tId"]));
        await (await first.GetAsync("/me")).AssertAsync(HttpStatusCode.OK, "t1");
    }

    [Fact]
    public async Task A_session_keeps_its_tenant_when_refreshed_under_any_path()
    {
        await using var app = await TenantsApp.StartAsync();
        var ann = await app.SignUpAsync("t1");
        Assert.Equal(HttpStatusCode.OK, (await ann.RefreshAsync()).StatusCode);
        await (await ann.GetAsync("/me")).AssertAsync(HttpStatusCode.OK, "t1");
    }

    [Fact]
    public async Task A_login_method_added_to_a_tenant_signs_in_there_until_it_is_removed()
    {
        await using var app = await TenantsApp.StartAsync();
        var ann = new SuperTokens.Backend.Users.RecipeUserId((string)(await app.SignUpAsync("t1")).Payload["sub"]!);

        Assert.Equal(new AssociateUserToTenantResult.Ok(false), await app.Recipe.AssociateUserToTenantAsync("t2", ann));
        Assert.Equal("OK", await SignInAsync(app, "/auth/t2/signin"));
        Assert.Equal(new DisassociateUserFromTenantResult(true), await app.Recipe.DisassociateUserFromTenantAsync("t2", ann));
        Assert.Equal("WRONG_CREDENTIALS_ERROR", await SignInAsync(app, "/auth/t2/signin"));
    }

    [Fact]
    public async Task Each_tenant_offers_its_own_ways_to_sign_in()
    {
        await using var app = await TenantsApp.StartAsync();
        await app.Recipe.CreateOrUpdateTenantAsync("nobody");
        await app.Recipe.CreateOrUpdateTenantAsync("all", new TenantChanges { FirstFactors = TenantFactors.OfTheApp });

        Assert.Equal("[\"emailpassword\"]", await FirstFactorsAsync(app, "/auth/t1/loginmethods"));
        Assert.Equal("[]", await FirstFactorsAsync(app, "/auth/nobody/loginmethods"));
        Assert.Equal("[\"emailpassword\"]", await FirstFactorsAsync(app, "/auth/all/loginmethods"));
        Assert.Equal("[\"emailpassword\"]", await FirstFactorsAsync(app, "/auth/loginmethods"));
    }

    [Fact]
    public async Task A_tenant_without_a_first_factor_lets_nobody_sign_up_or_in()
    {
        await using var app = await TenantsApp.StartAsync();
        await app.Recipe.CreateOrUpdateTenantAsync("nobody");
        await (await app.CreateFrontend().PostAsync("/auth/nobody/signup", TenantsApp.Form("ann@example.com"))).AssertUnauthorisedAsync();
    }

    [Theory]
    [InlineData("/auth/unknown/signup")]
    [InlineData("/auth/unknown/signin")]
    public async Task An_unknown_tenant_is_no_answer_of_the_protocols(string path)
    {
        await using var app = await TenantsApp.StartAsync();
        using var response = await app.CreateFrontend().PostAsync(path, TenantsApp.Form("ann@example.com"));
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("unknown", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_deleted_tenant_opens_nothing_any_more()
    {
        await using var app = await TenantsApp.StartAsync();
        var ann = await app.SignUpAsync("t1");
        Assert.Equal(new DeleteTenantResult(true), await app.Recipe.DeleteTenantAsync("t1"));
        Assert.Equal(new DeleteTenantResult(false), await app.Recipe.DeleteTenantAsync("t1"));

        Assert.False((await ann.RefreshAsync()).IsSuccessStatusCode);
        using var response = await app.CreateFrontend().PostAsync("/auth/t1/signin", TenantsApp.Form("ann@example.com"));
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task An_override_decides_the_tenant_of_a_request()
    {
        await using var app = await TenantsApp.StartAsync(builder => builder.Override<IMultitenancyRecipe, TenantOfTheHost>());
        await app.SignUpAsync("t1");

        using var client = app.App.Server.CreateClient();
        client.BaseAddress = new Uri("http://t1.example.com");
        using var response = await client.PostAsync("/auth/signin", new StringContent(TenantsApp.Form("ann@example.com").ToJsonString(), null, "application/json"));
        Assert.Equal("OK", (string?)(await response.JsonAsync())["status"]);
    }

    [Theory]
    [InlineData("/auth/T1/signup", "localhost")]
    [InlineData("/auth/signup", "T1.example.com")]
    public async Task A_tenant_has_one_name_for_the_apps_own_rules_however_it_is_written(string path, string host)
    {
        // The core takes no notice of case, so a rule for "t1" that does would be passed by in "T1".
        await using var app = await TenantsApp.StartAsync(builder => builder
            .AddEmailPassword(options => options.FormFields.Add(new FormField { Id = "company", Validate = (_, tenantId, _) => new(tenantId == "t1" ? "Not here" : null) }))
            .Override<IMultitenancyRecipe, TenantOfTheHost>());
        using var client = app.App.Server.CreateClient();
        client.BaseAddress = new Uri($"http://{host}");
        var form = TenantsApp.Form("ann@example.com");
        form["formFields"]!.AsArray().Add(new JsonObject { ["id"] = "company", ["value"] = "Acme" });
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(form.ToJsonString(), null, "application/json") };
        request.Headers.Host = host;
        using var response = await client.SendAsync(request);
        Assert.Equal("FIELD_ERROR", (string?)(await response.JsonAsync())["status"]);
    }

    [Theory]
    [InlineData("../apps")]
    [InlineData("appid-other")]
    [InlineData("")]
    public async Task An_override_cannot_lead_to_another_path_of_the_core(string tenantId)
    {
        await using var app = await TenantsApp.StartAsync(builder => builder.Override<IMultitenancyRecipe>((inner, _) => new FixedTenant(inner, tenantId)));
        Assert.Equal(HttpStatusCode.InternalServerError, (await app.CreateFrontend().PostAsync("/auth/signin", TenantsApp.Form("ann@example.com"))).StatusCode);
    }

    private static async Task<string?> SignInAsync(TenantsApp app, string path)
    {
        using var response = await app.CreateFrontend().PostAsync(path, TenantsApp.Form("ann@example.com"));
        return (string?)(await response.JsonAsync())["status"];
    }

    private static async Task<string> FirstFactorsAsync(TenantsApp app, string path)
    {
        using var response = await app.CreateFrontend().GetAsync(path);
        return (await response.JsonAsync())["firstFactors"]!.ToJsonString();
    }

    private sealed class TenantOfTheHost(IMultitenancyRecipe inner) : DelegatingMultitenancyRecipe(inner)
    {
        public override Task<string> GetTenantIdAsync(string tenantIdFromFrontend, HttpContext httpContext, CancellationToken cancellationToken = default)
            => httpContext.Request.Host.Host.Split('.') is [var tenant, "example", "com"]
                ? Task.FromResult(tenant)
                : base.GetTenantIdAsync(tenantIdFromFrontend, httpContext, cancellationToken);
    }

    private sealed class FixedTenant(IMultitenancyRecipe inner, string tenantId) : DelegatingMultitenancyRecipe(inner)
    {
        public override Task<string> GetTenantIdAsync(string tenantIdFromFrontend, HttpContext httpContext, CancellationToken cancellationToken = default)
            => Task.FromResult(tenantId);
    }
}
