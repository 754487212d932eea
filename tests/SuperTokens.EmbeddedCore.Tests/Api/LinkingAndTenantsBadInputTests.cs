using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

/// <summary>Whatever is sent to the routes of linking, mapping and tenants, the core answers with a 4xx and stays as it was.</summary>
public sealed class LinkingAndTenantsBadInputTests : IDisposable
{
    private readonly TestCore _core = new();

    public static TheoryData<string, string, string> Routes => new()
    {
        { "POST", "/recipe/accountlinking/user/primary", "recipeUserId" },
        { "POST", "/recipe/accountlinking/user/link", "recipeUserId,primaryUserId" },
        { "POST", "/recipe/accountlinking/user/unlink", "recipeUserId" },
        { "POST", "/recipe/userid/map", "superTokensUserId,externalUserId" },
        { "POST", "/recipe/userid/map/remove", "userId" },
        { "PUT", "/recipe/userid/external-user-id-info", "userId,externalUserIdInfo" },
        { "POST", "/recipe/multitenancy/tenant/user", "recipeUserId" },
        { "POST", "/recipe/multitenancy/tenant/user/remove", "recipeUserId" },
        { "POST", "/recipe/multitenancy/tenant/remove", "tenantId" },
        { "POST", "/recipe/multitenancy/app/remove", "appId" },
        { "POST", "/recipe/multitenancy/config/thirdparty/remove", "thirdPartyId" },
        { "PUT", "/recipe/multitenancy/config/thirdparty", "config" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_field_that_is_missing_or_of_a_wrong_type_is_400_and_named(string method, string path, string fields)
    {
        var names = fields.Split(',');
        foreach (var name in names)
        {
            foreach (var value in new[] { null, "null", "1", "true", "[]", name == "config" ? "\"text\"" : "{}" })
            {
                if (name == "externalUserIdInfo" && value == "null")
                {
                    continue;
                }

                var body = new JsonObject(names.Select(other => KeyValuePair.Create(other, (JsonNode?)"x")));
                body.Remove(name);
                if (value is not null)
                {
                    body[name] = JsonNode.Parse(value);
                }

                Assert.Equal(
                    (HttpStatusCode.BadRequest, $"Field name '{name}' is invalid in JSON input\n"),
                    await SendAsync(method, path, body.ToJsonString()));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_body_that_is_no_JSON_object_is_400(string method, string path, string fields)
    {
        Assert.NotEmpty(fields);
        foreach (var body in new[] { "", "[]", "null", "{", """{"a":1,"a":2}""" })
        {
            Assert.Equal((HttpStatusCode.BadRequest, "Invalid Json Input\n"), await SendAsync(method, path, body));
        }
    }

    [Theory]
    [InlineData("/recipe/accountlinking/user/primary/check")]
    [InlineData("/recipe/accountlinking/user/link/check")]
    [InlineData("/recipe/userid/map")]
    public async Task A_query_without_its_fields_is_400(string path)
    {
        using var response = await _core.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Matches("^Field name '[a-zA-Z]+' is missing in GET request\n$", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task An_app_or_tenant_that_is_not_there_is_400(string method, string path, string fields)
    {
        var body = new JsonObject(fields.Split(',').Select(name => KeyValuePair.Create(name, (JsonNode?)"x")));
        if (body.ContainsKey("config"))
        {
            body["config"] = new JsonObject { ["thirdPartyId"] = "x" };
        }

        var (status, text) = await SendAsync(method, "/appid-nowhere" + path, body.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith("AppId or tenantId not found", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'; drop table login_methods; --")]
    [InlineData("%")]
    [InlineData("nul\0byte")]
    [InlineData("漢字 🙂 \" \\ {0} @p0")]
    [InlineData("appid-x")]
    public async Task Hostile_ids_are_data(string id)
    {
        var user = (string)(await _core.SignUpAsync("user@example.com"))["recipeUserId"]!;
        Assert.Equal((HttpStatusCode.BadRequest, "Unknown user ID provided\n"), await SendAsync(
            "POST", "/recipe/accountlinking/user/primary", new JsonObject { ["recipeUserId"] = id }.ToJsonString()));
        await _core.PostAsync("/recipe/userid/map", new JsonObject { ["superTokensUserId"] = user, ["externalUserId"] = id });
        var found = (await _core.GetAsync($"/user/id?userId={Uri.EscapeDataString(id)}"))["user"]!;
        Assert.Equal(id, (string?)found["id"]);
        Assert.Equal(id, (string?)(await _core.CreateSessionAsync(id))["session"]!["userId"]);
        await _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/config/thirdparty", new JsonObject { ["config"] = new JsonObject { ["thirdPartyId"] = "corp", ["name"] = id } });
        Assert.Equal(id, (string?)(await _core.GetAsync("/recipe/multitenancy/tenant/v2"))["thirdParty"]!["providers"]![0]!["name"]);
        await _core.PostAsync("/user/remove", new JsonObject { ["userId"] = id });
        Assert.Equal(0, (int)(await _core.GetAsync("/users/count"))["count"]!);
    }

    [Fact]
    public async Task Huge_texts_neither_break_nor_stay()
    {
        var huge = new string('x', 1_000_000);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(
            "POST", "/recipe/accountlinking/user/primary", new JsonObject { ["recipeUserId"] = huge }.ToJsonString())).Status);
        Assert.Equal("UNKNOWN_SUPERTOKENS_USER_ID_ERROR", (string?)(await _core.PostAsync(
            "/recipe/userid/map", new JsonObject { ["superTokensUserId"] = huge, ["externalUserId"] = "x" }))["status"]);
        Assert.Equal("UNKNOWN_USER_ID_ERROR", (string?)(await _core.PostAsync(
            "/recipe/multitenancy/tenant/user", new JsonObject { ["recipeUserId"] = huge }))["status"]);
    }

    [Theory]
    [InlineData("PUT", "/recipe/multitenancy/tenant/v2", "tenantId", 64, """{"tenantId":"#"}""")]
    [InlineData("PUT", "/recipe/multitenancy/app/v2", "appId", 64, """{"appId":"#"}""")]
    [InlineData("PUT", "/recipe/multitenancy/tenant/v2", "firstFactors", 128, """{"tenantId":"t1","firstFactors":["#"]}""")]
    [InlineData("PUT", "/recipe/multitenancy/config/thirdparty", "thirdPartyId", 28, """{"config":{"thirdPartyId":"#"}}""")]
    [InlineData("PUT", "/recipe/multitenancy/config/thirdparty", "clientId", 256, """{"config":{"thirdPartyId":"a","clients":[{"clientId":"#"}]}}""")]
    [InlineData("POST", "/recipe/userid/map", "externalUserId", 128, """{"superTokensUserId":"a","externalUserId":"#"}""")]
    public async Task What_the_real_cores_databases_do_not_hold_is_400(string method, string path, string field, int max, string body)
    {
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(method, path, body.Replace("#", new string('x', max), StringComparison.Ordinal))).Status);
        Assert.Equal(
            (HttpStatusCode.BadRequest, $"Field name '{field}' must not be longer than {max} characters\n"),
            await SendAsync(method, path, body.Replace("#", new string('x', max + 1), StringComparison.Ordinal)));
    }

    public void Dispose() => _core.Dispose();

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(string method, string path, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(body, Encoding.UTF8) };
        using var response = await _core.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
