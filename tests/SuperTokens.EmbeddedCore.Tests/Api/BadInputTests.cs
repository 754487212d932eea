using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class BadInputTests : IDisposable
{
    private readonly TestCore _core = new();

    public static TheoryData<string> NotAnObject =>
    [
        "", "null", "5", "\"text\"", "[]", "{", "{\"email\":}", "{} {}",
        """{"email":"a@example.com","email":"b@example.com","password":"Str0ngPassw0rd"}""",
        """{"email":"a@example.com","password":"Str0ngPassw0rd","extra":"\ud800"}""",
        $$"""{"email":"a@example.com","password":"Str0ngPassw0rd","deep":{{string.Concat(Enumerable.Repeat("[", 100))}}{{string.Concat(Enumerable.Repeat("]", 100))}}}""",
    ];

    [Theory]
    [MemberData(nameof(NotAnObject))]
    public async Task A_body_that_is_not_one_clean_JSON_object_is_400_and_writes_nothing(string body)
    {
        Assert.Equal((HttpStatusCode.BadRequest, "Invalid Json Input\n"), await SendAsync("/recipe/signup", Encoding.UTF8.GetBytes(body)));
        Assert.Equal(0, (int)(await _core.GetAsync("/users/count"))["count"]!);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_400_and_write_nothing()
    {
        byte[] body = [.. """{"password":"Str0ngPassw0rd","email":"a"""u8, 0xff, 0xfe, .. """@example.com"}"""u8];
        Assert.Equal((HttpStatusCode.BadRequest, "Invalid Json Input\n"), await SendAsync("/recipe/signup", body));
        Assert.Equal(0, (int)(await _core.GetAsync("/users/count"))["count"]!);
    }

    [Theory]
    [InlineData("enableAntiCsrf", "\"yes\"")]
    [InlineData("enableAntiCsrf", "1")]
    [InlineData("userDataInJWT", "[]")]
    [InlineData("userDataInDatabase", "null")]
    [InlineData("userId", "{}")]
    public async Task A_field_of_a_wrong_type_is_400_and_is_named(string field, string value)
    {
        var body = new JsonObject { ["userId"] = "u", ["enableAntiCsrf"] = false, ["userDataInJWT"] = new JsonObject(), ["userDataInDatabase"] = new JsonObject() };
        body[field] = JsonNode.Parse(value);
        Assert.Equal(
            (HttpStatusCode.BadRequest, $"Field name '{field}' is invalid in JSON input\n"),
            await SendAsync("/recipe/session", Encoding.UTF8.GetBytes(body.ToJsonString())));
    }

    [Theory]
    [InlineData("POST", "/recipe/signup", "emailpassword", "email", "password")]
    [InlineData("POST", "/recipe/signin", "emailpassword", "email", "password")]
    [InlineData("POST", "/recipe/signinup/code", "passwordless", "email", "phoneNumber", "deviceId", "userInputCode")]
    [InlineData("POST", "/recipe/signinup/code/check", "passwordless", "preAuthSessionId", "linkCode", "deviceId", "userInputCode")]
    [InlineData("POST", "/recipe/signinup/code/consume", "passwordless", "preAuthSessionId", "linkCode", "deviceId", "userInputCode")]
    [InlineData("POST", "/recipe/signinup/code/remove", "passwordless", "codeId", "preAuthSessionId")]
    [InlineData("POST", "/recipe/signinup/codes/remove", "passwordless", "email", "phoneNumber")]
    [InlineData("PUT", "/recipe/user", "passwordless", "recipeUserId", "email", "phoneNumber")]
    [InlineData("PUT", "/recipe/user", "emailpassword", "recipeUserId", "email", "password")]
    [InlineData("POST", "/recipe/signinup", "thirdparty", "thirdPartyId", "thirdPartyUserId", "email")]
    [InlineData("POST", "/user/remove", "", "userId", "removeAllLinkedAccounts")]
    [InlineData("PUT", "/recipe/multitenancy/tenant/v2", "multitenancy", "tenantId", "firstFactors", "coreConfig")]
    public async Task No_kind_of_value_in_any_field_makes_the_core_fail(string method, string path, string recipeId, params string[] fields)
    {
        string[] values =
        [
            "null", "true", "0", "-1", "1e400", "\"\"", "\" \"", "\"x\"", "\"a\\u0000b\"", "\"%\"", "\"+36301234567\"", "[]", "[\"x\"]", "{}",
            """{"id":"a@example.com","isVerified":true}""", """{"id":null}""", """{"password_reset_token_lifetime":1e300}""", $"\"{new string('x', 100_000)}\"",
        ];
        foreach (var given in fields.SelectMany(field => values.Select(value => (field, value))))
        {
            // The other fields have a value of the right type, and once they are missing.
            foreach (var others in new[] { fields.Where(field => field != given.field), [] })
            {
                var body = "{" + string.Join(',', others.Select(field => $"\"{field}\":\"x\"").Append($"\"{given.field}\":{given.value}")) + "}";
                using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(body), Headers = { { "rid", recipeId } } };
                using var response = await _core.Client.SendAsync(request);
                Assert.True(
                    response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest,
                    $"{response.StatusCode} for {body[..Math.Min(300, body.Length)]}");
            }
        }
    }

    [Theory]
    [InlineData("/recipe/user", "emailpassword", "userId", "email")]
    [InlineData("/recipe/user", "passwordless", "userId", "email", "phoneNumber")]
    [InlineData("/recipe/user", "thirdparty", "userId", "thirdPartyId", "thirdPartyUserId")]
    [InlineData("/recipe/users/by-email", "thirdparty", "email")]
    [InlineData("/recipe/signinup/codes", "passwordless", "email", "phoneNumber", "deviceId", "preAuthSessionId")]
    [InlineData("/users", "", "includeRecipeIds", "paginationToken", "limit", "timeJoinedOrder", "email", "phone", "provider")]
    [InlineData("/users/count", "", "includeRecipeIds", "includeAllTenants")]
    [InlineData("/users/count/active", "", "since")]
    [InlineData("/users/by-accountinfo?doUnionOfAccountInfo=true&x=", "", "email", "phoneNumber", "thirdPartyId", "thirdPartyUserId")]
    [InlineData("/user/id", "", "userId")]
    public async Task No_text_in_any_query_makes_the_core_fail(string path, string recipeId, params string[] names)
    {
        foreach (var name in names)
        {
            foreach (var value in new[] { "", "%20", "%00", "a%00b", "%25", "_", "'", "%F0%9F%99%82", "%FF", "-1", "1e9", "99999999999999999999", "eDt5", "OzE=", new string('x', 60_000) })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={value}")
                {
                    Headers = { { "rid", recipeId } },
                };
                using var response = await _core.Client.SendAsync(request);
                Assert.True(
                    response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest,
                    $"{response.StatusCode} for {name}={value[..Math.Min(100, value.Length)]}");
            }
        }
    }

    [Theory]
    [InlineData("'; drop table login_methods; --@example.com")]
    [InlineData("\"x\" or 1=1@example.com")]
    [InlineData("{0}%s@example.com")]
    [InlineData("nul\0byte@example.com")]
    [InlineData("ünï-код-漢字-🙂@example.com")]
    public async Task Hostile_text_is_data(string email)
    {
        var signedUp = await _core.SignUpAsync(email);
        Assert.Equal("OK", (string?)signedUp["status"]);
        Assert.Equal(email, (string?)signedUp["user"]!["emails"]![0]);

        var found = await _core.GetAsync($"/users/by-accountinfo?doUnionOfAccountInfo=false&email={Uri.EscapeDataString(email)}");
        Assert.Equal((string?)signedUp["user"]!["id"], (string?)found["users"]![0]!["id"]);
        Assert.Empty((await _core.GetAsync("/users/by-accountinfo?doUnionOfAccountInfo=false&email=%25"))["users"]!.AsArray());
    }

    [Fact]
    public async Task Session_data_comes_back_as_it_was_sent()
    {
        var data = JsonNode.Parse("""{"text":"'\"<>&\u0000 漢字","big":12345678901234567890,"decimal":1.10,"null":null,"nested":{"list":[1,[],{}]}}""")!.AsObject();
        var created = await _core.PostAsync("/recipe/session", new JsonObject
        {
            ["userId"] = "user", ["userDataInJWT"] = data.DeepClone(), ["userDataInDatabase"] = data.DeepClone(), ["enableAntiCsrf"] = false,
        });
        var stored = await _core.GetAsync($"/recipe/session?sessionHandle={created["session"]!["handle"]}");
        Assert.True(JsonNode.DeepEquals(data, stored["userDataInJWT"]));
        Assert.True(JsonNode.DeepEquals(data, stored["userDataInDatabase"]));
    }

    public void Dispose() => _core.Dispose();

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(string path, byte[] body)
    {
        using var response = await _core.Client.PostAsync(path, new ByteArrayContent(body));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
