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
