using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class TenantSettingsTests : IDisposable
{
    private readonly TestCore _core = new();

    // A Java HashSet's order, which the real core gives: recorded for the first, worked out by hand for the others.
    [Theory]
    [InlineData("emailpassword,otp-email", "otp-email,emailpassword")]
    [InlineData("a,b,c", "a,b,c")]
    [InlineData("c,b,a", "a,b,c")]
    [InlineData("p,q,a", "p,q,a")]
    [InlineData("custom", "custom")]
    public async Task First_factors_come_in_the_order_in_which_the_real_core_keeps_them(string given, string expected)
    {
        await SaveTenantAsync(new JsonObject { ["tenantId"] = "t1", ["firstFactors"] = new JsonArray([.. given.Split(',').Select(factor => (JsonNode)factor)]) });
        var factors = (await _core.GetAsync("/t1/recipe/multitenancy/tenant/v2"))["firstFactors"]!.AsArray();
        Assert.Equal(expected, string.Join(',', factors.Select(factor => (string)factor!)));
    }

    [Theory]
    [InlineData("""{"tenantId":"t1","firstFactors":["a","a"]}""", "firstFactors input should not contain duplicate values")]
    [InlineData("""{"tenantId":"t1","firstFactors":["a b"]}""", "firstFactors should contain only 0-9,a-z,A-Z,_,.,- characters")]
    [InlineData("""{"tenantId":"t1","requiredSecondaryFactors":["a","a"]}""", "requiredSecondaryFactors input should not contain duplicate values")]
    [InlineData("""{"tenantId":"t1","firstFactors":"a"}""", "Field name 'firstFactors' is invalid in JSON input")]
    [InlineData("""{"tenantId":"t1","firstFactors":[1]}""", "Field name 'firstFactors' is invalid in JSON input")]
    [InlineData("""{"tenantId":" "}""", "tenantId should not be an empty String")]
    [InlineData("""{"tenantId":"Users"}""", "Cannot use 'users' as a tenantId")]
    public async Task A_setting_that_cannot_be_is_400_and_makes_no_tenant(string body, string message)
    {
        using var response = await _core.Client.PutAsync("/recipe/multitenancy/tenant/v2", new StringContent(body));
        Assert.Equal((HttpStatusCode.BadRequest, message + "\n"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Single((await _core.GetAsync("/recipe/multitenancy/tenant/list/v2"))["tenants"]!.AsArray());
    }

    [Fact]
    public async Task Only_the_default_tenant_lists_tenants_and_only_those_of_its_app()
    {
        await SaveTenantAsync(new JsonObject { ["tenantId"] = "t1" });
        await _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/app/v2", new JsonObject { ["appId"] = "other" });
        Assert.Single((await _core.GetAsync("/appid-other/recipe/multitenancy/tenant/list/v2"))["tenants"]!.AsArray());
        using var response = await _core.Client.GetAsync("/t1/recipe/multitenancy/tenant/list/v2");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task The_first_version_of_the_list_says_which_recipes_are_on()
    {
        await SaveTenantAsync(new JsonObject { ["tenantId"] = "t1", ["firstFactors"] = new JsonArray() });
        var tenants = (await _core.GetAsync("/recipe/multitenancy/tenant/list"))["tenants"]!.AsArray();
        Assert.True((bool)tenants[0]!["emailPassword"]!["enabled"]!);
        Assert.False((bool)tenants[1]!["emailPassword"]!["enabled"]!);
    }

    [Fact]
    public async Task Until_CDI_4_recipes_are_switched_on_one_by_one()
    {
        Speak("3.1");
        await SaveOldTenantAsync("""{"tenantId":"t1","emailPasswordEnabled":true}""");
        Assert.Equal((true, false, false), await RecipesAsync("t1"));
        await SaveOldTenantAsync("""{"tenantId":"t1","passwordlessEnabled":true,"emailPasswordEnabled":false}""");
        Assert.Equal((false, false, true), await RecipesAsync("t1"));
        Speak("5.4");
        Assert.Equal("otp-email,otp-phone,link-email,link-phone", await FirstFactorsAsync("t1", ordered: true));
    }

    [Fact]
    public async Task Until_CDI_4_a_recipe_of_the_default_tenant_is_switched_off()
    {
        Speak("3.1");
        await SaveOldTenantAsync("""{"thirdPartyEnabled":false}""");
        Assert.Equal((true, false, true), await RecipesAsync("public"));
        Speak("5.4");
        Assert.Equal("emailpassword,otp-email,otp-phone,link-email,link-phone", await FirstFactorsAsync("public", ordered: true));
    }

    [Fact]
    public async Task In_CDI_5_0_recipes_and_factors_are_set_side_by_side()
    {
        Speak("5.0");
        await SaveOldTenantAsync("""{"tenantId":"t1","emailPasswordEnabled":true}""");
        Assert.Equal((true, false, false), await RecipesAsync("t1"));
        Assert.Null(await FirstFactorsAsync("t1", path: "tenant"));

        await SaveOldTenantAsync("""{"tenantId":"t1","firstFactors":["thirdparty","custom"]}""");
        Assert.Equal((true, true, false), await RecipesAsync("t1"));
        Assert.Equal("custom,thirdparty", await FirstFactorsAsync("t1"));

        await SaveOldTenantAsync("""{"tenantId":"t1","thirdPartyEnabled":false}""");
        Assert.Equal((true, false, false), await RecipesAsync("t1"));
        Assert.Equal("custom", await FirstFactorsAsync("t1"));
    }

    [Fact]
    public async Task In_CDI_5_0_a_second_factor_switches_its_recipe_on_without_making_it_a_first_one()
    {
        Speak("5.0");
        await SaveOldTenantAsync("""{"tenantId":"t1","emailPasswordEnabled":true}""");
        await SaveOldTenantAsync("""{"tenantId":"t1","requiredSecondaryFactors":["otp-email"]}""");
        Assert.Equal((true, false, true), await RecipesAsync("t1"));
        Assert.Equal("emailpassword", await FirstFactorsAsync("t1"));
    }

    [Theory]
    [InlineData("""{"tenantId":"t1","firstFactors":[]}""", "firstFactors cannot be empty. Set null instead to remove all first factors.")]
    [InlineData("""{"tenantId":"t1","requiredSecondaryFactors":[]}""", "requiredSecondaryFactors cannot be empty. Set null instead to remove all required secondary factors.")]
    [InlineData(
        """{"tenantId":"t1","passwordlessEnabled":false,"firstFactors":["otp-phone"]}""",
        "Invalid core config: firstFactors should not contain 'otp-phone' because passwordless is disabled for the tenant.")]
    [InlineData("""{"tenantId":"t1","emailPasswordEnabled":"yes"}""", "Field name 'emailPasswordEnabled' is invalid in JSON input")]
    public async Task In_CDI_5_0_what_contradicts_itself_is_400(string body, string message)
    {
        Speak("5.0");
        using var response = await _core.Client.PutAsync("/recipe/multitenancy/tenant", new StringContent(body));
        Assert.Equal((HttpStatusCode.BadRequest, message + "\n"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task The_settings_of_the_core_itself_are_not_a_tenants_to_change()
    {
        using var response = await _core.Client.PutAsync(
            "/recipe/multitenancy/tenant/v2", new StringContent("""{"tenantId":"public","coreConfig":{"access_token_validity":1}}"""));
        Assert.Equal((HttpStatusCode.BadRequest, "Cannot modify base config\n"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_provider_is_replaced_by_one_of_its_id_and_belongs_to_its_tenant_alone()
    {
        await SaveTenantAsync(new JsonObject { ["tenantId"] = "t1" });
        await SaveTenantAsync(new JsonObject { ["tenantId"] = "t2" });
        Assert.True((bool)(await SaveProviderAsync("t1", """{"thirdPartyId":" corp ","clients":[{"clientId":"a"}],"unknown":1}"""))["createdNew"]!);
        Assert.False((bool)(await SaveProviderAsync(
            "t1",
            """{"thirdPartyId":"corp","name":"Corp","clients":[{"clientId":"b","scope":["x"],"forcePKCE":true}],"tokenEndpointBodyParams":{"a":null},"userInfoMap":{"fromUserInfoAPI":{"userId":"sub"}}}"""))["createdNew"]!);
        var expected = JsonNode.Parse("""
            {"thirdPartyId":"corp","name":"Corp","clients":[{"clientId":"b","scope":["x"],"forcePKCE":true}],"tokenEndpointBodyParams":{"a":null},
             "userInfoMap":{"fromIdTokenPayload":{},"fromUserInfoAPI":{"userId":"sub"}}}
            """);
        var provider = Assert.Single((await _core.GetAsync("/t1/recipe/multitenancy/tenant/v2"))["thirdParty"]!["providers"]!.AsArray());
        Assert.True(JsonNode.DeepEquals(expected, provider), provider!.ToJsonString());
        Assert.Empty((await _core.GetAsync("/t2/recipe/multitenancy/tenant/v2"))["thirdParty"]!["providers"]!.AsArray());
        await SaveTenantAsync(new JsonObject { ["tenantId"] = "t1", ["firstFactors"] = new JsonArray("thirdparty") });
        Assert.Single((await _core.GetAsync("/t1/recipe/multitenancy/tenant/v2"))["thirdParty"]!["providers"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"thirdPartyId":" "}""", "Invalid third party config: thirdPartyId cannot be null or empty")]
    [InlineData("""{"thirdPartyId":1}""", "Field name 'thirdPartyId' is invalid in JSON input")]
    [InlineData("""{"thirdPartyId":"a","clients":{}}""", "Field name 'clients' is invalid in JSON input")]
    [InlineData("""{"thirdPartyId":"a","clients":[{}]}""", "Field name 'clientId' is invalid in JSON input")]
    [InlineData("""{"thirdPartyId":"a","clients":[{"clientId":"x"},{"clientId":"y"}]}""", "Invalid third party config: Duplicate clientType was specified in the clients list.")]
    [InlineData("""{"thirdPartyId":"a","tokenEndpoint":5}""", "Field name 'tokenEndpoint' is invalid in JSON input")]
    [InlineData("""{"thirdPartyId":"a","userInfoMap":[]}""", "Field name 'userInfoMap' is invalid in JSON input")]
    public async Task A_provider_that_cannot_be_is_400_and_is_not_kept(string config, string message)
    {
        using var response = await _core.Client.PutAsync("/recipe/multitenancy/config/thirdparty", new StringContent($$"""{"config":{{config}}}""", Encoding.UTF8));
        Assert.Equal((HttpStatusCode.BadRequest, message + "\n"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Empty((await _core.GetAsync("/recipe/multitenancy/tenant/v2"))["thirdParty"]!["providers"]!.AsArray());
    }

    public void Dispose() => _core.Dispose();

    private Task<JsonObject> SaveTenantAsync(JsonObject tenant) => _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/tenant/v2", tenant);

    private Task<JsonObject> SaveOldTenantAsync(string tenant) =>
        _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/tenant", JsonNode.Parse(tenant)!.AsObject());

    private void Speak(string version)
    {
        _core.Client.DefaultRequestHeaders.Remove("cdi-version");
        _core.Client.DefaultRequestHeaders.Add("cdi-version", version);
    }

    private async Task<(bool EmailPassword, bool ThirdParty, bool Passwordless)> RecipesAsync(string tenant)
    {
        var json = await _core.GetAsync($"/{tenant}/recipe/multitenancy/tenant");
        return ((bool)json["emailPassword"]!["enabled"]!, (bool)json["thirdParty"]!["enabled"]!, (bool)json["passwordless"]!["enabled"]!);
    }

    // Ordered: as the list of recipes goes, for a set whose order is not the point.
    private async Task<string?> FirstFactorsAsync(string tenant, string path = "tenant/v2", bool ordered = false)
    {
        var factors = (await _core.GetAsync($"/{tenant}/recipe/multitenancy/{path}"))["firstFactors"]?.AsArray().Select(factor => (string)factor!);
        string[] known = ["emailpassword", "thirdparty", "otp-email", "otp-phone", "link-email", "link-phone"];
        return factors is null ? null : string.Join(',', ordered ? factors.OrderBy(factor => Array.IndexOf(known, factor)) : factors);
    }

    private Task<JsonObject> SaveProviderAsync(string tenant, string config) =>
        _core.SendAsync(HttpMethod.Put, $"/{tenant}/recipe/multitenancy/config/thirdparty", new JsonObject { ["config"] = JsonNode.Parse(config) });
}
