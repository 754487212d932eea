using System.Net;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class ThirdPartyTests : IDisposable
{
    private readonly TestCore _core = new();

    [Fact]
    public async Task The_account_of_the_service_decides_who_signs_in_and_the_e_mail_follows()
    {
        var first = await SignInUpAsync("google", "1", "old@example.com", isVerified: true);
        var again = await SignInUpAsync("google", "1", " NEW@example.com ", isVerified: false);
        var method = again["user"]!["loginMethods"]![0]!;

        Assert.True((bool)first["createdNewUser"]!);
        Assert.False((bool)again["createdNewUser"]!);
        Assert.Equal((string?)first["user"]!["id"], (string?)again["user"]!["id"]);
        Assert.Equal((string?)again["user"]!["id"], (string?)again["recipeUserId"]);
        Assert.Equal("new@example.com", (string?)method["email"]);
        Assert.False((bool)method["verified"]!);
        Assert.Empty((await _core.GetAsync("/users/by-accountinfo?doUnionOfAccountInfo=true&email=old@example.com"))["users"]!.AsArray());
    }

    [Fact]
    public async Task An_e_mail_once_verified_stays_so_when_the_service_no_longer_says_it()
    {
        await SignInUpAsync("google", "1", "a@example.com", isVerified: true);
        Assert.True((bool)(await SignInUpAsync("google", "1", "a@example.com", isVerified: false))["user"]!["loginMethods"]![0]!["verified"]!);
    }

    [Fact]
    public async Task Accounts_of_two_services_or_with_one_e_mail_are_different_users()
    {
        await SignInUpAsync("google", "1", "a@example.com");
        await SignInUpAsync("github", "1", "a@example.com");
        await SignInUpAsync("google", "2", "a@example.com");
        await SignInUpAsync("a", "b c", "a@example.com");
        await SignInUpAsync("a b", "c", "a@example.com");
        Assert.Equal(5, (int)(await _core.GetAsync("/users/count"))["count"]!);
    }

    [Fact]
    public async Task A_tenant_has_third_party_users_of_its_own()
    {
        await _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/tenant/v2", new JsonObject { ["tenantId"] = "t1" });
        var here = await SignInUpAsync("google", "1", "a@example.com");
        var there = await SignInUpAsync("google", "1", "a@example.com", path: "/t1");
        Assert.True((bool)there["createdNewUser"]!);
        Assert.NotEqual((string?)here["user"]!["id"], (string?)there["user"]!["id"]);
    }

    [Fact]
    public async Task A_primary_user_cannot_take_on_the_e_mail_of_another_one_and_nothing_changes()
    {
        var first = await SignInUpAsync("google", "1", "a@example.com");
        var other = await _core.SignUpAsync("b@example.com");
        await MakePrimaryAsync((string)first["recipeUserId"]!);
        await MakePrimaryAsync((string)other["recipeUserId"]!);

        var refused = await SignInUpAsync("google", "1", "b@example.com", isVerified: true);
        Assert.Equal(
            """{"status":"EMAIL_CHANGE_NOT_ALLOWED_ERROR","reason":"Email already associated with another primary user."}""",
            refused.ToJsonString());
        var user = (await _core.GetAsync($"/user/id?userId={first["recipeUserId"]}"))["user"]!;
        Assert.Equal("a@example.com", (string?)user["emails"]![0]);
        Assert.False((bool)(await _core.GetAsync($"/recipe/user/email/verify?userId={first["recipeUserId"]}&email=b@example.com"))["isVerified"]!);
    }

    [Fact]
    public async Task A_user_who_is_not_primary_may_take_on_the_e_mail_of_a_primary_one()
    {
        var other = await _core.SignUpAsync("b@example.com");
        await MakePrimaryAsync((string)other["recipeUserId"]!);
        await SignInUpAsync("google", "1", "a@example.com");
        Assert.Equal("OK", (string?)(await SignInUpAsync("google", "1", "b@example.com"))["status"]);
    }

    [Fact]
    public async Task One_account_that_signs_up_many_times_at_once_makes_one_user()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => SignInUpAsync("google", "1", $"{i % 3}@example.com")));
        Assert.Single(answers, answer => (bool)answer["createdNewUser"]!);
        Assert.Single(answers.Select(answer => (string?)answer["recipeUserId"]).Distinct());
        Assert.Equal(1, (int)(await _core.GetAsync("/users/count"))["count"]!);
    }

    [Fact]
    public async Task Users_can_be_found_by_id_by_account_and_by_e_mail()
    {
        var user = (await SignInUpAsync("google", "1", "a@example.com"))["user"]!;
        await _core.SignUpAsync("a@example.com");
        var id = (string)user["id"]!;

        Assert.Equal(id, (string?)(await GetAsync($"/recipe/user?userId={id}"))["user"]!["id"]);
        Assert.Equal(id, (string?)(await GetAsync("/recipe/user?thirdPartyId=google&thirdPartyUserId=1"))["user"]!["id"]);
        Assert.Equal("UNKNOWN_USER_ID_ERROR", (string?)(await GetAsync("/recipe/user?userId=nobody"))["status"]);
        Assert.Equal("UNKNOWN_THIRD_PARTY_USER_ERROR", (string?)(await GetAsync("/recipe/user?thirdPartyId=google&thirdPartyUserId=2"))["status"]);
        Assert.Equal(id, (string?)Assert.Single((await GetAsync("/recipe/users/by-email?email=A@example.com"))["users"]!.AsArray())!["id"]);
    }

    [Fact]
    public async Task A_user_with_an_id_of_the_apps_own_is_shown_and_found_by_it()
    {
        var id = (string)(await SignInUpAsync("google", "1", "a@example.com"))["recipeUserId"]!;
        await _core.PostAsync("/recipe/userid/map", new JsonObject { ["superTokensUserId"] = id, ["externalUserId"] = "mine" });

        var again = await SignInUpAsync("google", "1", "b@example.com", isVerified: true);
        Assert.Equal(("mine", "mine"), ((string?)again["recipeUserId"], (string?)again["user"]!["id"]));
        Assert.True((bool)again["user"]!["loginMethods"]![0]!["verified"]!);
        Assert.Equal("mine", (string?)(await GetAsync("/recipe/user?userId=mine"))["user"]!["id"]);
        Assert.Equal("mine", (string?)(await GetAsync("/recipe/user?thirdPartyId=google&thirdPartyUserId=1"))["user"]!["id"]);
        Assert.Equal("mine", (string?)(await _core.GetAsync("/users?provider=google"))["users"]![0]!["id"]);
    }

    [Fact]
    public async Task Before_interface_version_4_the_core_is_not_told_whether_the_e_mail_is_verified()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/recipe/signinup")
        {
            Content = new StringContent("""{"thirdPartyId":"google","thirdPartyUserId":"1","email":{"id":"a@example.com"}}"""),
            Headers = { { "cdi-version", "3.0" } },
        };
        using var response = await _core.Client.SendAsync(request);
        var json = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal("createdNewUser,status,user", string.Join(',', json.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal)));
        Assert.Equal("""{"id":"google","userId":"1"}""", json["user"]!["thirdParty"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"thirdPartyUserId":"1","email":{"id":"a","isVerified":true}}""", "thirdPartyId")]
    [InlineData("""{"thirdPartyId":"g","email":{"id":"a","isVerified":true}}""", "thirdPartyUserId")]
    [InlineData("""{"thirdPartyId":"g","thirdPartyUserId":1,"email":{"id":"a","isVerified":true}}""", "thirdPartyUserId")]
    [InlineData("""{"thirdPartyId":"g","thirdPartyUserId":"1"}""", "email")]
    [InlineData("""{"thirdPartyId":"g","thirdPartyUserId":"1","email":"a@example.com"}""", "email")]
    [InlineData("""{"thirdPartyId":"g","thirdPartyUserId":"1","email":{"isVerified":true}}""", "id")]
    [InlineData("""{"thirdPartyId":"g","thirdPartyUserId":"1","email":{"id":null,"isVerified":true}}""", "id")]
    [InlineData("""{"thirdPartyId":"g","thirdPartyUserId":"1","email":{"id":"a"}}""", "isVerified")]
    [InlineData("""{"thirdPartyId":"g","thirdPartyUserId":"1","email":{"id":"a","isVerified":"true"}}""", "isVerified")]
    public async Task A_field_that_is_missing_or_of_a_wrong_type_is_400_and_is_named(string body, string field)
    {
        using var response = await _core.Client.PostAsync("/recipe/signinup", new StringContent(body));
        Assert.Equal(
            (HttpStatusCode.BadRequest, $"Field name '{field}' is invalid in JSON input\n"),
            (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    public void Dispose() => _core.Dispose();

    private Task<JsonObject> SignInUpAsync(string thirdPartyId, string thirdPartyUserId, string email, bool isVerified = false, string path = "") =>
        _core.PostAsync(path + "/recipe/signinup", new JsonObject
        {
            ["thirdPartyId"] = thirdPartyId,
            ["thirdPartyUserId"] = thirdPartyUserId,
            ["email"] = new JsonObject { ["id"] = email, ["isVerified"] = isVerified },
        });

    private Task<JsonObject> MakePrimaryAsync(string recipeUserId) =>
        _core.PostAsync("/recipe/accountlinking/user/primary", new JsonObject { ["recipeUserId"] = recipeUserId });

    private async Task<JsonObject> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "rid", "thirdparty" } } };
        using var response = await _core.Client.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }
}
