using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Users;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>What the functions ask of the core, and what they make of each of its answers. The recordings hold the rest.</summary>
public sealed class TenantFunctionTests
{
    private static readonly RecipeUserId s_user = new("u1");

    public static TheoryData<string, AssociateUserToTenantResult> Associations => new()
    {
        { """{"status":"OK","wasAlreadyAssociated":true}""", new AssociateUserToTenantResult.Ok(true) },
        { """{"status":"UNKNOWN_USER_ID_ERROR"}""", new AssociateUserToTenantResult.UnknownUserId() },
        { """{"status":"EMAIL_ALREADY_EXISTS_ERROR"}""", new AssociateUserToTenantResult.EmailAlreadyExists() },
        { """{"status":"PHONE_NUMBER_ALREADY_EXISTS_ERROR"}""", new AssociateUserToTenantResult.PhoneNumberAlreadyExists() },
        { """{"status":"THIRD_PARTY_USER_ALREADY_EXISTS_ERROR"}""", new AssociateUserToTenantResult.ThirdPartyUserAlreadyExists() },
        { """{"status":"ASSOCIATION_NOT_ALLOWED_ERROR","reason":"why"}""", new AssociateUserToTenantResult.AssociationNotAllowed("why") },
    };

    [Fact]
    public void Nothing_of_a_tenant_that_may_be_secret_shows_when_written_to_a_log()
    {
        var secret = new JsonObject { ["key"] = "secret" };
        var provider = new TenantProvider
        {
            ThirdPartyId = "google",
            Clients = [new TenantProviderClient { ClientId = "c1", ClientSecret = "secret", AdditionalConfig = secret }],
            TokenEndpointBodyParams = secret,
            UserInfoEndpointHeaders = secret,
        };
        object[] all =
        [
            provider, provider.Clients[0], new Tenant { Id = "t1", ThirdPartyProviders = [provider], CoreConfig = secret }, new TenantChanges { CoreConfig = secret },
        ];
        Assert.All(all, one => Assert.DoesNotContain("secret", one.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Associations))]
    public async Task Every_answer_to_an_association_is_a_case_of_its_own(string answer, AssociateUserToTenantResult result)
    {
        await using var app = await TestApp.StartAsync(new StubCore().Answer("POST /t1/recipe/multitenancy/tenant/user", answer));
        Assert.Equal(result, await Recipe(app).AssociateUserToTenantAsync("t1", s_user));
    }

    [Fact]
    public async Task A_status_nobody_knows_is_a_failing_core()
    {
        var core = new StubCore();
        var calls = new Dictionary<string, Func<IMultitenancyRecipe, Task>>
        {
            ["PUT /recipe/multitenancy/tenant/v2"] = recipe => recipe.CreateOrUpdateTenantAsync("t1"),
            ["POST /recipe/multitenancy/tenant/remove"] = recipe => recipe.DeleteTenantAsync("t1"),
            ["GET /t1/recipe/multitenancy/tenant/v2"] = recipe => recipe.GetTenantAsync("t1"),
            ["GET /recipe/multitenancy/tenant/list/v2"] = recipe => recipe.ListAllTenantsAsync(),
            ["PUT /t1/recipe/multitenancy/config/thirdparty"] = recipe => recipe.CreateOrUpdateThirdPartyConfigAsync("t1", new TenantProvider { ThirdPartyId = "google" }),
            ["POST /t1/recipe/multitenancy/config/thirdparty/remove"] = recipe => recipe.DeleteThirdPartyConfigAsync("t1", "google"),
            ["POST /t1/recipe/multitenancy/tenant/user"] = recipe => recipe.AssociateUserToTenantAsync("t1", s_user),
            ["POST /t1/recipe/multitenancy/tenant/user/remove"] = recipe => recipe.DisassociateUserFromTenantAsync("t1", s_user),
        };
        await using var app = await TestApp.StartAsync(core);
        foreach (var (request, call) in calls)
        {
            core.Answer(request, """{"status":"SOMETHING_NEW"}""");
            await Assert.ThrowsAsync<CoreException>(() => call(Recipe(app)));
            Assert.Equal(request, $"{core.Calls[^1].Method} {core.Calls[^1].Path}");
            Assert.Equal("multitenancy", core.Calls[^1].Headers["rid"]);
        }
    }

    [Theory]
    [InlineData("../apps")]
    [InlineData("appid-other")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task A_tenants_name_never_leads_to_another_path_of_the_core(string tenantId)
    {
        var core = new StubCore();
        await using var app = await TestApp.StartAsync(core);
        await Assert.ThrowsAsync<ArgumentException>(() => Recipe(app).AssociateUserToTenantAsync(tenantId, s_user));
        await Assert.ThrowsAsync<ArgumentException>(() => Recipe(app).DeleteThirdPartyConfigAsync(tenantId, "google"));
        Assert.DoesNotContain(core.Calls, call => call.Path.Contains("/recipe/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("5.0", """{"tenantId":"t1"}""")]
    [InlineData("5.0", """{"tenantId":"t1","firstFactors":["emailpassword","otp-email"],"emailPasswordEnabled":true,"thirdPartyEnabled":false,"passwordlessEnabled":true}""", "emailpassword", "otp-email")]
    [InlineData("5.0", """{"tenantId":"t1","firstFactors":null,"emailPasswordEnabled":false,"thirdPartyEnabled":false,"passwordlessEnabled":false}""", "")]
    [InlineData("5.0", """{"tenantId":"t1","firstFactors":null,"emailPasswordEnabled":true,"thirdPartyEnabled":true,"passwordlessEnabled":true}""", "app")]
    [InlineData("5.1", """{"tenantId":"t1"}""")]
    [InlineData("5.1", """{"tenantId":"t1","firstFactors":[]}""", "")]
    [InlineData("5.1", """{"tenantId":"t1","firstFactors":null}""", "app")]
    [InlineData("5.4", """{"tenantId":"t1","firstFactors":["emailpassword"]}""", "emailpassword")]
    public async Task First_factors_are_set_in_the_words_of_the_cores_version(string version, string sent, params string[] factors)
    {
        var core = new StubCore()
            .Answer("GET /apiversion", $$"""{"versions":["4.0","{{version}}"]}""")
            .Answer(version == "5.0" ? "PUT /recipe/multitenancy/tenant" : "PUT /recipe/multitenancy/tenant/v2", """{"status":"OK","createdNew":true}""");
        await using var app = await TestApp.StartAsync(core);
        var changes = new TenantChanges
        {
            FirstFactors = factors switch
            {
                [] => null,
                ["app"] => TenantFactors.OfTheApp,
                [""] => TenantFactors.Only(),
                _ => TenantFactors.Only(factors),
            },
        };

        Assert.True((await Recipe(app).CreateOrUpdateTenantAsync("t1", changes)).CreatedNew);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(sent), JsonNode.Parse(core.Calls[^1].Body!)), core.Calls[^1].Body);
    }

    [Fact]
    public async Task A_setting_of_the_core_is_passed_on_and_null_removes_it()
    {
        var core = new StubCore().Answer("PUT /recipe/multitenancy/tenant/v2", """{"status":"OK","createdNew":false}""");
        await using var app = await TestApp.StartAsync(core);
        await Recipe(app).CreateOrUpdateTenantAsync("t1", new TenantChanges { CoreConfig = new JsonObject { ["email_verification_token_lifetime"] = 5000, ["password_reset_token_lifetime"] = null } });
        Assert.Equal("""{"tenantId":"t1","coreConfig":{"email_verification_token_lifetime":5000,"password_reset_token_lifetime":null}}""", core.Calls[^1].Body);
    }

    [Fact]
    public async Task A_list_of_tenants_of_an_older_core_is_read()
    {
        var core = new StubCore()
            .Answer("GET /apiversion", """{"versions":["5.0"]}""")
            .Answer("GET /recipe/multitenancy/tenant/list", """
                {"status":"OK","tenants":[{"tenantId":"public","emailPassword":{"enabled":true},"thirdParty":{"enabled":false,"providers":[]},"passwordless":{"enabled":false},"coreConfig":{}}]}
                """);
        await using var app = await TestApp.StartAsync(core);
        var tenant = Assert.Single(await Recipe(app).ListAllTenantsAsync());
        Assert.Equal("public", tenant.Id);
        Assert.Equal("emailpassword", Assert.Single(tenant.FirstFactors!.Value));
    }

    private static IMultitenancyRecipe Recipe(TestApp app) => app.Services.GetRequiredService<IMultitenancyRecipe>();
}
