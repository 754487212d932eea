using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Hosting;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.Multitenancy;

public sealed class LoginMethodsTests
{
    private const string TenantPath = "GET /public/recipe/multitenancy/tenant/v2";

    [Fact]
    public async Task Only_the_password_is_offered_when_only_its_recipe_is_added()
        => Assert.Equal(
            """{"status":"OK","emailPassword":{"enabled":true},"thirdParty":{"enabled":false,"providers":[]},"webauthn":{"enabled":false},"passwordless":{"enabled":false},"firstFactors":["emailpassword"]}""",
            await GetAsync("""{"status":"OK","tenantId":"public","thirdParty":{"providers":[]},"coreConfig":{}}"""));

    [Fact]
    public async Task Nothing_is_offered_when_no_sign_in_recipe_is_added()
        => Assert.Contains(
            "\"firstFactors\":[]",
            await GetAsync("""{"status":"OK","tenantId":"public","thirdParty":{"providers":[]},"coreConfig":{}}""", _ => { }),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("""[]""", """[]""")]
    [InlineData("""["thirdparty","otp-email"]""", """[]""")]
    [InlineData("""["otp-email","emailpassword"]""", """["emailpassword"]""")]
    [InlineData("""["own-factor","emailpassword"]""", """["own-factor","emailpassword"]""")]
    public async Task Tenants_own_list_wins_as_far_as_its_recipes_are_added(string ofTenant, string offered)
    {
        var text = await GetAsync($$"""{"status":"OK","tenantId":"public","thirdParty":{"providers":[]},"coreConfig":{},"firstFactors":{{ofTenant}} }""");
        Assert.EndsWith($"\"firstFactors\":{offered}}}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apps_list_is_for_tenants_without_their_own()
    {
        var text = await GetAsync(
            """{"status":"OK","tenantId":"public","thirdParty":{"providers":[]},"coreConfig":{}}""",
            builder => builder.AddEmailPassword().AddMultitenancy(options => options.FirstFactors.Add("own-factor")));
        Assert.EndsWith("\"firstFactors\":[\"own-factor\"]}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_secrets_do_not_leave_the_backend()
    {
        var text = await GetAsync("""{"status":"OK","tenantId":"public","thirdParty":{"providers":[{"thirdPartyId":"corp","name":"Corp","clients":[{"clientId":"c1","clientSecret":"s3cret"}]}]},"firstFactors":["thirdparty"],"coreConfig":{"a":"b"}}""");
        Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("corp", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_tenant_is_500()
    {
        await using var app = await TestApp.StartAsync(
            new StubCore().Answer("GET /unknown/recipe/multitenancy/tenant/v2", """{"status":"TENANT_NOT_FOUND_ERROR"}"""), builder => builder.AddEmailPassword());
        Assert.Equal(HttpStatusCode.InternalServerError, (await app.CreateClient().GetAsync("/auth/unknown/loginmethods")).StatusCode);
    }

    [Fact]
    public async Task Overrides_of_API_and_recipe_take_effect()
    {
        Assert.Equal(
            """{"status":"GENERAL_ERROR","message":"Closed today"}""",
            await GetAsync("{}", builder => builder.AddEmailPassword().Override<IMultitenancyApi, ClosedApi>()));
        Assert.Contains(
            "\"firstFactors\":[\"own-factor\"]",
            await GetAsync("{}", builder => builder.AddEmailPassword().Override<IMultitenancyRecipe, OwnTenant>()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tenant_is_read_with_its_factors_providers_and_settings()
    {
        var core = new StubCore().Answer(TenantPath, """
            {"status":"OK","tenantId":"public","firstFactors":["thirdparty"],"requiredSecondaryFactors":["totp"],"coreConfig":{"a":1},"newField":1,
             "thirdParty":{"providers":[{"thirdPartyId":"corp","name":"Corp","jwksURI":"https://corp.example/jwks","requireEmail":false,
               "clients":[{"clientId":"c1","clientSecret":"s3cret","forcePKCE":true,"scope":["openid"]},{"clientType":"ios","clientId":"c2"}]}]}}
            """);
        await using var app = await TestApp.StartAsync(core);

        var tenant = (await app.Services.GetRequiredService<IMultitenancyRecipe>().GetTenantAsync("public"))!;

        Assert.Equal("thirdparty", Assert.Single(tenant.FirstFactors!.Value));
        Assert.Equal("totp", Assert.Single(tenant.RequiredSecondaryFactors!.Value));
        Assert.Equal(1, (int)tenant.CoreConfig["a"]!);
        var provider = Assert.Single(tenant.ThirdPartyProviders);
        Assert.Equal(("corp", "Corp", "https://corp.example/jwks", false), (provider.ThirdPartyId, provider.Name, provider.JwksUri, provider.RequireEmail));
        Assert.Equal(["c1", "c2"], provider.Clients.Select(client => client.ClientId));
        Assert.True(provider.Clients[0].ForcePkce);
        Assert.DoesNotContain("s3cret", $"{provider.Clients[0]}", StringComparison.Ordinal);
        Assert.Equal("multitenancy", core.Calls[0].Headers["rid"]);
    }

    [Fact]
    public async Task Empty_first_factor_stops_the_application_from_starting()
        => await Assert.ThrowsAsync<OptionsValidationException>(
            () => TestApp.StartAsync(new StubCore(), builder => builder.AddMultitenancy(options => options.FirstFactors.Add(" "))));

    private static async Task<string> GetAsync(string tenant, Action<SuperTokensBuilder>? setUp = null)
    {
        await using var app = await TestApp.StartAsync(new StubCore().Answer(TenantPath, tenant), setUp ?? (builder => builder.AddEmailPassword()));
        return await app.CreateClient().GetStringAsync("/auth/loginmethods");
    }

    private sealed class ClosedApi(IMultitenancyApi inner) : DelegatingMultitenancyApi(inner)
    {
        public override Task<LoginMethodsApiResult> GetLoginMethodsAsync(string? clientType, ApiContext context, CancellationToken cancellationToken = default)
            => Task.FromResult<LoginMethodsApiResult>(new LoginMethodsApiResult.GeneralError("Closed today"));
    }

    private sealed class OwnTenant(IMultitenancyRecipe inner) : DelegatingMultitenancyRecipe(inner)
    {
        public override Task<Tenant?> GetTenantAsync(string tenantId, CancellationToken cancellationToken = default)
            => Task.FromResult<Tenant?>(new Tenant { Id = tenantId, FirstFactors = ["own-factor"] });
    }
}
