using System.Net;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class UserIdMappingTests : IDisposable
{
    private readonly TestCore _core = new();

    [Fact]
    public async Task A_mapped_user_is_found_by_both_ids_and_shown_by_the_external_one()
    {
        var user = await SignUpAsync("user@example.com");
        await MapAsync(user, "ext");
        foreach (var id in new[] { user, "ext" })
        {
            var found = (await _core.GetAsync($"/user/id?userId={id}"))["user"]!;
            Assert.Equal("ext", (string?)found["id"]);
            Assert.Equal("ext", (string?)found["loginMethods"]![0]!["recipeUserId"]);
        }

        Assert.Equal("ext", (string?)(await _core.GetAsync("/users"))["users"]![0]!["id"]);
        Assert.Equal("ext", (string?)(await SignInAsync("user@example.com"))["recipeUserId"]);
    }

    [Fact]
    public async Task Passwords_and_e_mails_change_under_either_id()
    {
        var user = await SignUpAsync("user@example.com");
        await MapAsync(user, "ext");
        Assert.Equal("OK", Status(await _core.SendAsync(HttpMethod.Put, "/recipe/user", new JsonObject { ["recipeUserId"] = "ext", ["email"] = "new@example.com" })));
        var token = await _core.PostAsync("/recipe/user/password/reset/token", new JsonObject { ["userId"] = "ext", ["email"] = "new@example.com" });
        var consumed = await _core.PostAsync("/recipe/user/password/reset/token/consume", new JsonObject { ["token"] = (string)token["token"]! });
        Assert.Equal("ext", (string?)consumed["userId"]);
        Assert.Equal("OK", Status(await _core.SendAsync(HttpMethod.Put, "/recipe/user", new JsonObject { ["recipeUserId"] = user, ["password"] = "0therPassw0rd" })));
        Assert.Equal("WRONG_CREDENTIALS_ERROR", Status(await SignInAsync("new@example.com")));
    }

    [Fact]
    public async Task A_verified_e_mail_moves_along_with_the_mapping()
    {
        var user = await SignUpAsync("user@example.com");
        await VerifyEmailAsync(user, "user@example.com");
        Assert.Equal("OK", Status(await MapAsync(user, "ext")));
        Assert.True((bool)(await _core.GetAsync("/user/id?userId=ext"))["user"]!["loginMethods"]![0]!["verified"]!);
        Assert.True((bool)(await _core.GetAsync("/recipe/user/email/verify?userId=ext&email=user%40example.com"))["isVerified"]!);
        Assert.False((bool)(await _core.GetAsync($"/recipe/user/email/verify?userId={user}&email=user%40example.com"))["isVerified"]!);

        // A mapping made by force moves nothing.
        var other = await SignUpAsync("other@example.com");
        await VerifyEmailAsync(other, "other@example.com");
        await MapAsync(other, "ext2", force: true);
        Assert.False((bool)(await _core.GetAsync("/user/id?userId=ext2"))["user"]!["loginMethods"]![0]!["verified"]!);
    }

    [Theory]
    [InlineData("Session")]
    [InlineData("UserMetadata")]
    [InlineData("UserRoles")]
    [InlineData("EmailVerification")]
    public async Task What_other_recipes_keep_under_an_id_forbids_mapping_it_or_taking_its_mapping_away(string recipe)
    {
        var user = await SignUpAsync("user@example.com");
        await UseAsync(recipe, user);
        if (recipe != "EmailVerification")
        {
            Assert.Equal((HttpStatusCode.BadRequest, $"UserId is already in use in {recipe} recipe\n"), await SendMapAsync(user, "ext"));
        }

        await MapAsync(user, "ext", force: true);
        await UseAsync(recipe, "ext");
        using var response = await _core.Client.PostAsync("/recipe/userid/map/remove", new StringContent("""{"userId":"ext"}"""));
        Assert.Equal(
            (HttpStatusCode.BadRequest, $"UserId is already in use in {recipe} recipe\n"),
            (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.True((bool)(await RemoveAsync("ext", force: true))["didMappingExist"]!);
        Assert.Equal(user, (string?)(await _core.GetAsync($"/user/id?userId={user}"))["user"]!["id"]);
    }

    [Fact]
    public async Task Before_CDI_4_a_verified_e_mail_forbids_mapping_too()
    {
        var user = await SignUpAsync("user@example.com");
        await VerifyEmailAsync(user, "user@example.com");
        _core.Client.DefaultRequestHeaders.Add("cdi-version", "3.1");
        Assert.Equal((HttpStatusCode.BadRequest, "UserId is already in use in EmailVerification recipe\n"), await SendMapAsync(user, "ext"));
    }

    [Fact]
    public async Task An_external_id_belongs_to_one_user_and_a_user_has_one()
    {
        var one = await SignUpAsync("one@example.com");
        var two = await SignUpAsync("two@example.com");
        await MapAsync(one, "ext");
        Assert.Equal((false, true), Existing(await MapAsync(two, "ext")));
        Assert.Equal((true, true), Existing(await MapAsync(one, "ext")));
        Assert.Equal((true, false), Existing(await MapAsync(one, "ext2", force: true)));
    }

    [Fact]
    public async Task Of_parallel_mappings_to_one_external_id_one_wins()
    {
        var users = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            users.Add(await SignUpAsync($"user{i}@example.com"));
        }

        var answers = await Task.WhenAll(users.Select(user => MapAsync(user, "ext")));
        Assert.Single(answers, answer => Status(answer) == "OK");
        Assert.Equal(7, answers.Count(answer => Status(answer) == "USER_ID_MAPPING_ALREADY_EXISTS_ERROR"));
    }

    [Fact]
    public async Task The_kind_of_id_is_honoured()
    {
        var user = await SignUpAsync("user@example.com");
        await MapAsync(user, "ext");
        Assert.Equal("UNKNOWN_MAPPING_ERROR", Status(await _core.GetAsync($"/recipe/userid/map?userId={user}&userIdType=EXTERNAL")));
        Assert.Equal("UNKNOWN_MAPPING_ERROR", Status(await _core.GetAsync("/recipe/userid/map?userId=ext&userIdType=SUPERTOKENS")));
        Assert.Equal("OK", Status(await _core.GetAsync($"/recipe/userid/map?userId={user}&userIdType=ANY")));
        using var response = await _core.Client.GetAsync("/recipe/userid/map?userId=ext&userIdType=other");
        Assert.Equal(
            (HttpStatusCode.BadRequest, "Field name 'userIdType' should be one of 'SUPERTOKENS', 'EXTERNAL' or 'ANY'\n"),
            (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal("UNKNOWN_MAPPING_ERROR", Status(await SetInfoAsync(user, "EXTERNAL", "new")));
    }

    [Fact]
    public async Task The_info_is_set_and_taken_away()
    {
        var user = await SignUpAsync("user@example.com");
        await MapAsync(user, "ext");
        await SetInfoAsync("ext", "ANY", " note ");
        Assert.Equal("note", (string?)(await _core.GetAsync("/recipe/userid/map?userId=ext"))["externalUserIdInfo"]);
        await SetInfoAsync(user, "SUPERTOKENS", null);
        Assert.False((await _core.GetAsync("/recipe/userid/map?userId=ext")).ContainsKey("externalUserIdInfo"));
        using var response = await _core.Client.PutAsync("/recipe/userid/external-user-id-info", new StringContent("""{"userId":"ext"}"""));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Linked_users_are_shown_by_their_external_ids_and_their_sessions_too()
    {
        var first = await SignUpAsync("first@example.com");
        var second = await SignUpAsync("second@example.com");
        await MapAsync(first, "ext1");
        await MapAsync(second, "ext2");
        await PostIdsAsync("primary", new JsonObject { ["recipeUserId"] = "ext1" });
        await _core.CreateSessionAsync("ext2");
        var linked = await PostIdsAsync("link", new JsonObject { ["recipeUserId"] = "ext2", ["primaryUserId"] = first });
        Assert.Equal("ext1", (string?)linked["user"]!["id"]);
        Assert.Equal(["ext1", "ext2"], linked["user"]!["loginMethods"]!.AsArray().Select(method => (string)method!["recipeUserId"]!));
        Assert.Empty((await _core.GetAsync("/recipe/session/user?userId=ext2"))["sessionHandles"]!.AsArray());

        var session = await _core.CreateSessionAsync(second);
        Assert.Equal(("ext1", "ext2"), ((string?)session["session"]!["userId"], (string?)session["session"]!["recipeUserId"]));
        var refreshed = await _core.RefreshAsync((string)session["refreshToken"]!["token"]!);
        Assert.Equal(("ext1", "ext2"), ((string?)refreshed["session"]!["userId"], (string?)refreshed["session"]!["recipeUserId"]));

        var third = await SignUpAsync("third@example.com");
        await PostIdsAsync("primary", new JsonObject { ["recipeUserId"] = third });
        var refused = await PostIdsAsync("link", new JsonObject { ["recipeUserId"] = "ext2", ["primaryUserId"] = third });
        Assert.Equal(
            ("RECIPE_USER_ID_ALREADY_LINKED_WITH_ANOTHER_PRIMARY_USER_ID_ERROR", "ext1"), (Status(refused), (string?)refused["primaryUserId"]));
    }

    // A trait of the real core, which apps that map the ids of linked users have to know.
    [Fact]
    public async Task Sessions_are_listed_by_the_very_id_they_were_made_with()
    {
        var first = await SignUpAsync("first@example.com");
        var second = await SignUpAsync("second@example.com");
        await PostIdsAsync("primary", new JsonObject { ["recipeUserId"] = first });
        await PostIdsAsync("link", new JsonObject { ["recipeUserId"] = second, ["primaryUserId"] = first });
        await MapAsync(second, "ext2");
        await _core.CreateSessionAsync("ext2");
        Assert.Single((await _core.GetAsync("/recipe/session/user?userId=ext2"))["sessionHandles"]!.AsArray());
        Assert.Empty((await _core.GetAsync($"/recipe/session/user?userId={second}"))["sessionHandles"]!.AsArray());
        Assert.Empty((await _core.GetAsync($"/recipe/session/user?userId={first}"))["sessionHandles"]!.AsArray());
    }

    [Fact]
    public async Task A_primary_user_keeps_its_external_id_when_its_own_login_method_goes()
    {
        var first = await SignUpAsync("first@example.com");
        var second = await SignUpAsync("second@example.com");
        await MapAsync(first, "ext1");
        await PostIdsAsync("primary", new JsonObject { ["recipeUserId"] = first });
        await PostIdsAsync("link", new JsonObject { ["recipeUserId"] = second, ["primaryUserId"] = first });
        await PostIdsAsync("unlink", new JsonObject { ["recipeUserId"] = "ext1" });
        var user = (await _core.GetAsync("/user/id?userId=ext1"))["user"]!;
        Assert.Equal("ext1", (string?)user["id"]);
        Assert.Equal(second, (string?)Assert.Single(user["loginMethods"]!.AsArray())!["recipeUserId"]);

        var token = await _core.PostAsync("/recipe/user/password/reset/token", new JsonObject { ["userId"] = "ext1", ["email"] = "second@example.com" });
        Assert.Equal("OK", Status(token));
        await _core.PostAsync("/user/remove", new JsonObject { ["userId"] = "ext1" });
        Assert.Equal("UNKNOWN_USER_ID_ERROR", Status(await _core.GetAsync($"/user/id?userId={second}")));
        Assert.Equal("UNKNOWN_MAPPING_ERROR", Status(await _core.GetAsync("/recipe/userid/map?userId=ext1")));
        var consumed = await _core.PostAsync("/recipe/user/password/reset/token/consume", new JsonObject { ["token"] = (string)token["token"]! });
        Assert.Equal("RESET_PASSWORD_INVALID_TOKEN_ERROR", Status(consumed));
    }

    [Fact]
    public async Task Removing_a_mapped_user_removes_its_mapping_and_what_is_kept_under_the_external_id()
    {
        var user = await SignUpAsync("user@example.com");
        await MapAsync(user, "ext");
        await UseAsync("UserMetadata", "ext");
        await UseAsync("Session", "ext");
        await _core.PostAsync("/user/remove", new JsonObject { ["userId"] = user });
        Assert.Equal("UNKNOWN_MAPPING_ERROR", Status(await _core.GetAsync("/recipe/userid/map?userId=ext")));
        Assert.Empty((await _core.GetAsync("/recipe/user/metadata?userId=ext"))["metadata"]!.AsObject());
        Assert.Empty((await _core.GetAsync("/recipe/session/user?userId=ext"))["sessionHandles"]!.AsArray());
        var next = await SignUpAsync("user@example.com");
        Assert.Equal("OK", Status(await MapAsync(next, "ext")));
    }

    [Fact]
    public async Task Removing_a_user_mapped_to_another_users_id_leaves_that_user_alone()
    {
        var old = await SignUpAsync("old@example.com");
        await UseAsync("UserMetadata", old);
        var migrated = await SignUpAsync("new@example.com");
        await MapAsync(migrated, old, force: true);
        await _core.PostAsync("/user/remove", new JsonObject { ["userId"] = migrated });
        Assert.Equal("OK", Status(await _core.GetAsync($"/user/id?userId={old}")));
        Assert.Single((await _core.GetAsync($"/recipe/user/metadata?userId={old}"))["metadata"]!.AsObject());
        Assert.Equal("UNKNOWN_USER_ID_ERROR", Status(await _core.GetAsync($"/user/id?userId={migrated}")));
    }

    [Fact]
    public async Task Tenants_take_users_by_external_id()
    {
        var user = await SignUpAsync("user@example.com");
        await MapAsync(user, "ext");
        await _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/tenant/v2", new JsonObject { ["tenantId"] = "t1" });
        Assert.Equal("OK", Status(await _core.PostAsync("/t1/recipe/multitenancy/tenant/user", new JsonObject { ["recipeUserId"] = "ext" })));
        await _core.CreateSessionAsync("ext", "/t1/recipe/session");
        Assert.True((bool)(await _core.PostAsync("/t1/recipe/multitenancy/tenant/user/remove", new JsonObject { ["recipeUserId"] = "ext" }))["wasAssociated"]!);
        Assert.Equal(["public"], (await _core.GetAsync("/user/id?userId=ext"))["user"]!["tenantIds"]!.AsArray().Select(id => (string)id!));
        Assert.Empty((await _core.GetAsync("/recipe/session/user?userId=ext"))["sessionHandles"]!.AsArray());
    }

    [Fact]
    public async Task Mappings_of_another_app_are_unknown()
    {
        var user = await SignUpAsync("user@example.com");
        await MapAsync(user, "ext");
        await _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/app/v2", new JsonObject { ["appId"] = "other" });
        Assert.Equal("UNKNOWN_MAPPING_ERROR", Status(await _core.GetAsync("/appid-other/recipe/userid/map?userId=ext")));
        Assert.Equal("UNKNOWN_USER_ID_ERROR", Status(await _core.GetAsync("/appid-other/user/id?userId=ext")));
        var body = new JsonObject { ["superTokensUserId"] = user, ["externalUserId"] = "ext" };
        Assert.Equal("UNKNOWN_SUPERTOKENS_USER_ID_ERROR", Status(await _core.PostAsync("/appid-other/recipe/userid/map", body)));
    }

    public void Dispose() => _core.Dispose();

    private static string? Status(JsonObject answer) => (string?)answer["status"];

    private static (bool OfUser, bool OfExternal) Existing(JsonObject answer)
    {
        Assert.Equal("USER_ID_MAPPING_ALREADY_EXISTS_ERROR", Status(answer));
        return ((bool)answer["doesSuperTokensUserIdExist"]!, (bool)answer["doesExternalUserIdExist"]!);
    }

    private async Task<string> SignUpAsync(string email)
    {
        _core.Time.Advance(TimeSpan.FromMilliseconds(5));
        return (string)(await _core.SignUpAsync(email))["recipeUserId"]!;
    }

    private Task<JsonObject> SignInAsync(string email) =>
        _core.PostAsync("/recipe/signin", new JsonObject { ["email"] = email, ["password"] = "Str0ngPassw0rd" });

    private Task<JsonObject> MapAsync(string userId, string externalUserId, bool force = false) => _core.PostAsync(
        "/recipe/userid/map", new JsonObject { ["superTokensUserId"] = userId, ["externalUserId"] = externalUserId, ["force"] = force });

    private Task<JsonObject> RemoveAsync(string userId, bool force) =>
        _core.PostAsync("/recipe/userid/map/remove", new JsonObject { ["userId"] = userId, ["force"] = force });

    private Task<JsonObject> SetInfoAsync(string userId, string type, string? info) => _core.SendAsync(
        HttpMethod.Put,
        "/recipe/userid/external-user-id-info",
        new JsonObject { ["userId"] = userId, ["userIdType"] = type, ["externalUserIdInfo"] = info });

    private Task<JsonObject> PostIdsAsync(string what, JsonObject ids) => _core.PostAsync($"/recipe/accountlinking/user/{what}", ids);

    private async Task VerifyEmailAsync(string userId, string email)
    {
        var token = await _core.PostAsync("/recipe/user/email/verify/token", new JsonObject { ["userId"] = userId, ["email"] = email });
        await _core.PostAsync("/recipe/user/email/verify", new JsonObject { ["method"] = "token", ["token"] = (string)token["token"]! });
    }

    private async Task UseAsync(string recipe, string userId)
    {
        switch (recipe)
        {
            case "Session":
                await _core.CreateSessionAsync(userId);
                break;
            case "UserMetadata":
                await _core.SendAsync(HttpMethod.Put, "/recipe/user/metadata", new JsonObject { ["userId"] = userId, ["metadataUpdate"] = new JsonObject { ["k"] = 1 } });
                break;
            case "UserRoles":
                await _core.SendAsync(HttpMethod.Put, "/recipe/role", new JsonObject { ["role"] = "admin" });
                await _core.SendAsync(HttpMethod.Put, "/recipe/user/role", new JsonObject { ["userId"] = userId, ["role"] = "admin" });
                break;
            default:
                await VerifyEmailAsync(userId, "user@example.com");
                break;
        }
    }

    private async Task<(HttpStatusCode Status, string Text)> SendMapAsync(string userId, string externalUserId)
    {
        var body = new JsonObject { ["superTokensUserId"] = userId, ["externalUserId"] = externalUserId };
        using var response = await _core.Client.PostAsync("/recipe/userid/map", new StringContent(body.ToJsonString()));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
