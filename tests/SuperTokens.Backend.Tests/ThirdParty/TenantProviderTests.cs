using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokens.Testing;
using SuperTokens.Testing.LocalProvider;

namespace SuperTokens.Backend.Tests.ThirdParty;

/// <summary>Providers of the app and of a tenant, put together.</summary>
public sealed class TenantProviderTests
{
    [Fact]
    public async Task A_tenant_s_own_provider_goes_over_the_app_s_of_the_same_id()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        await SetAsync(app, "t1", new TenantProvider
        {
            ThirdPartyId = "local",
            Name = "Acme's",
            Clients = [new TenantProviderClient { ClientId = OpenIdProvider.PublicClientId, ForcePkce = true }],
            AuthorizationEndpointQueryParams = new JsonObject { ["prompt"] = "login", ["response_type"] = null },
        });

        var query = await RedirectQueryAsync(app, "/auth/t1/authorisationurl?thirdPartyId=local");
        var offered = await OfferedAsync(app, "/auth/t1/loginmethods");
        var ofPublic = await OfferedAsync(app, "/auth/loginmethods");

        Assert.Equal(OpenIdProvider.PublicClientId, query["client_id"]);
        Assert.Equal("login", query["prompt"]);
        Assert.Null(query["response_type"]);
        Assert.Equal("""[{"id":"local","name":"Acme's"}]""", offered.Replace("\\u0027", "'", StringComparison.Ordinal));
        Assert.Equal("""[{"id":"local","name":"Local"}]""", ofPublic);
    }

    [Fact]
    public async Task People_sign_in_to_a_tenant_with_a_provider_that_only_the_core_knows()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        await SetAsync(app, "t1", new TenantProvider
        {
            ThirdPartyId = "corp",
            OidcDiscoveryEndpoint = app.Provider.DiscoveryEndpoint,
            Clients = [new TenantProviderClient { ClientId = OpenIdProvider.ClientId, ClientSecret = OpenIdProvider.ClientSecret, Scope = ["openid"] }],
        });
        var body = new JsonObject { ["thirdPartyId"] = "corp", ["oAuthTokens"] = app.Provider.IssueTokens("user-1") };

        using var answer = await app.Client.PostAsync("/auth/t1/signinup", Json(body));
        using var elsewhere = await app.PostAsync(body);

        var user = (await ThirdPartyApp.ReadAsync(answer))["user"]!;
        Assert.Equal("""["t1"]""", user["tenantIds"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.StatusCode);
    }

    [Fact]
    public async Task A_tenant_without_providers_has_those_of_the_app_that_are_for_all()
    {
        await using var app = await ThirdPartyApp.StartAsync(options: options => options.Providers["for-all"] = new()
        {
            Name = "For all",
            ClientId = "x",
            ClientSecret = "y",
            AuthorizationEndpoint = "https://p.example/a",
            TokenEndpoint = "https://p.example/t",
            UserInfoEndpoint = "https://p.example/u",
            IncludeInNonPublicTenantsByDefault = true,
        });
        await CreateAsync(app, "t1");

        using var refused = await app.Client.GetAsync("/auth/t1/authorisationurl?thirdPartyId=local&redirectURIOnProviderDashboard=x");

        Assert.Equal("""[{"id":"for-all","name":"For all"}]""", await OfferedAsync(app, "/auth/t1/loginmethods"));
        Assert.Equal("""[{"id":"local","name":"Local"},{"id":"for-all","name":"For all"}]""", await OfferedAsync(app, "/auth/loginmethods"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_session_of_one_tenant_does_not_come_from_signing_in_to_another()
    {
        await using var app = await ThirdPartyApp.StartAsync(provider => provider.IncludeInNonPublicTenantsByDefault = true);
        await CreateAsync(app, "t1");
        var tokens = new JsonObject { ["thirdPartyId"] = "local", ["oAuthTokens"] = app.Provider.IssueTokens("user-1") };

        using var first = await app.Client.PostAsync("/auth/t1/signinup", Json(tokens));
        using var second = await app.PostAsync(tokens);

        Assert.NotEqual((string?)(await ThirdPartyApp.ReadAsync(first))["user"]!["id"], (string?)(await ThirdPartyApp.ReadAsync(second))["user"]!["id"]);
    }

    [Fact]
    public async Task A_provider_that_cannot_be_reached_is_left_out_of_loginmethods_and_does_not_fail_the_rest()
    {
        await using var app = await ThirdPartyApp.StartAsync(options: options => options.Providers["broken"] = new()
        {
            ClientId = "x",
            ClientSecret = "a-secret",
            OidcDiscoveryEndpoint = "http://127.0.0.1:1/.well-known/openid-configuration",
        });

        Assert.Equal("""[{"id":"local","name":"Local"}]""", await OfferedAsync(app, "/auth/loginmethods"));
        Assert.Contains(app.App.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("broken is not offered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_keeps_the_sign_in_page_for_three_seconds_at_most()
    {
        await using var slow = await OpenIdProvider.StartAsync();
        slow.FaultyPath = OpenIdProvider.DiscoveryPath;
        slow.Fault = ProviderFault.Slow;
        await using var app = await ThirdPartyApp.StartAsync(options: options =>
        {
            options.Providers["slow"] = ThirdPartyApp.Local(slow);
        });

        // What the other one tells about itself is at hand.
        await app.GetAuthorisationUrlAsync();
        var offering = OfferedAsync(app, "/auth/loginmethods");
        await slow.Hangs.WaitAsync(TimeSpan.FromSeconds(30));
        app.App.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("""[{"id":"local","name":"Local"}]""", await offering);
    }

    [Fact]
    public async Task Login_methods_name_the_providers_with_a_client_for_the_kind_of_frontend()
    {
        await using var app = await ThirdPartyApp.StartAsync(
            provider => provider.Clients["ios"] = new() { ClientId = OpenIdProvider.PublicClientId, ForcePkce = true },
            options: options =>
            {
                options.Providers[BuiltInProviders.GitHub] = new() { Clients = { ["android"] = new() { ClientId = "x", ClientSecret = "y" } } };
            });

        Assert.Equal("""[{"id":"local","name":"Local"},{"id":"github","name":"Github"}]""", await OfferedAsync(app, "/auth/loginmethods"));
        Assert.Equal("""[{"id":"local","name":"Local"}]""", await OfferedAsync(app, "/auth/loginmethods?clientType=ios"));
        Assert.Equal("""[{"id":"github","name":"Github"}]""", await OfferedAsync(app, "/auth/loginmethods?clientType=android"));
        Assert.Equal("[]", await OfferedAsync(app, "/auth/loginmethods?clientType=windows"));
        Assert.Equal(OpenIdProvider.PublicClientId, (await RedirectQueryAsync(app, "/auth/authorisationurl?thirdPartyId=local&clientType=ios"))["client_id"]);
        Assert.Equal(OpenIdProvider.ClientId, (await RedirectQueryAsync(app, "/auth/authorisationurl?thirdPartyId=local"))["client_id"]);
    }

    [Fact]
    public async Task Login_methods_hold_no_secret_and_no_address_of_a_provider()
    {
        await using var app = await ThirdPartyApp.StartAsync();

        var text = await app.Client.GetStringAsync("/auth/loginmethods");

        Assert.DoesNotContain(OpenIdProvider.ClientSecret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(OpenIdProvider.ClientId, text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        Assert.Contains("\"thirdparty\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_in_the_core_that_lacks_settings_is_neither_offered_nor_used()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        await SetAsync(app, "t1", new TenantProvider { ThirdPartyId = "okta", Clients = [new TenantProviderClient { ClientId = "x", ClientSecret = "y" }] });

        using var answer = await app.Client.GetAsync("/auth/t1/authorisationurl?thirdPartyId=okta&redirectURIOnProviderDashboard=x");

        Assert.Equal("[]", await OfferedAsync(app, "/auth/t1/loginmethods"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_client_in_the_core_without_a_secret_is_a_public_one_with_PKCE()
    {
        await using var app = await ThirdPartyApp.StartAsync();
        await SetAsync(app, "t1", new TenantProvider { ThirdPartyId = "local", Clients = [new TenantProviderClient { ClientId = OpenIdProvider.PublicClientId }] });

        Assert.Equal("S256", (await RedirectQueryAsync(app, "/auth/t1/authorisationurl?thirdPartyId=local"))["code_challenge_method"]);
    }

    private static IMultitenancyRecipe Tenants(ThirdPartyApp app) => app.App.Services.GetRequiredService<IMultitenancyRecipe>();

    private static Task<CreateOrUpdateTenantResult> CreateAsync(ThirdPartyApp app, string tenantId)
        => Tenants(app).CreateOrUpdateTenantAsync(tenantId, new TenantChanges { FirstFactors = TenantFactors.OfTheApp });

    private static async Task SetAsync(ThirdPartyApp app, string tenantId, TenantProvider provider)
    {
        await CreateAsync(app, tenantId);
        await Tenants(app).CreateOrUpdateThirdPartyConfigAsync(tenantId, provider, skipValidation: true);
    }

    private static async Task<string> OfferedAsync(ThirdPartyApp app, string path)
        => JsonNode.Parse(await app.Client.GetStringAsync(path))!["thirdParty"]!["providers"]!.ToJsonString();

    private static async Task<System.Collections.Specialized.NameValueCollection> RedirectQueryAsync(ThirdPartyApp app, string path)
        => HttpUtility.ParseQueryString(new Uri((string)JsonNode.Parse(await app.Client.GetStringAsync(path + "&redirectURIOnProviderDashboard=x"))!["urlWithQueryParams"]!).Query);

    private static StringContent Json(JsonObject body) => new(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
}
