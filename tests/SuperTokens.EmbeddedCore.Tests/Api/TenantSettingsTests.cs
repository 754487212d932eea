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

    private Task<JsonObject> SaveProviderAsync(string tenant, string config) =>
        _core.SendAsync(HttpMethod.Put, $"/{tenant}/recipe/multitenancy/config/thirdparty", new JsonObject { ["config"] = JsonNode.Parse(config) });
}
