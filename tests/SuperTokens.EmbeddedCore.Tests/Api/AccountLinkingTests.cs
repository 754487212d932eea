using System.Net;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class AccountLinkingTests : IDisposable
{
    private readonly TestCore _core = new();

    [Fact]
    public async Task A_linked_user_is_found_by_every_login_method_and_shown_once()
    {
        var first = await SignUpAsync("first@example.com");
        var second = await SignUpAsync("second@example.com");
        await MakePrimaryAsync(first);
        var linked = await LinkAsync(second, first);

        Assert.Equal(["first@example.com", "second@example.com"], Strings(linked["user"]!["emails"]!));
        Assert.Equal([first, second], linked["user"]!["loginMethods"]!.AsArray().Select(method => (string)method!["recipeUserId"]!));
        Assert.True(JsonNode.DeepEquals(linked["user"], (await _core.GetAsync($"/user/id?userId={second}"))["user"]));
        Assert.True(JsonNode.DeepEquals(linked["user"], (await _core.GetAsync($"/user/id?userId={first}"))["user"]));
        Assert.Equal(1, (int)(await _core.GetAsync("/users/count"))["count"]!);
        Assert.Equal(first, (string?)Assert.Single((await _core.GetAsync("/users"))["users"]!.AsArray())!["id"]);
        var byBoth = await _core.GetAsync("/users/by-accountinfo?doUnionOfAccountInfo=true&email=second%40example.com");
        Assert.Equal(first, (string?)Assert.Single(byBoth["users"]!.AsArray())!["id"]);
    }

    [Fact]
    public async Task A_linked_user_joined_when_the_first_login_method_did()
    {
        var older = await SignUpAsync("older@example.com");
        var newer = await SignUpAsync("newer@example.com");
        await MakePrimaryAsync(newer);
        var user = (await LinkAsync(older, newer))["user"]!;
        Assert.Equal(newer, (string?)user["id"]);
        Assert.Equal(older, (string?)user["loginMethods"]![0]!["recipeUserId"]);
        Assert.Equal((long)user["loginMethods"]![0]!["timeJoined"]!, (long)user["timeJoined"]!);
    }

    [Fact]
    public async Task Sign_in_with_a_linked_login_method_tells_both_ids()
    {
        var (primary, linked) = await LinkedPairAsync();
        var answer = await _core.PostAsync("/recipe/signin", new JsonObject { ["email"] = "second@example.com", ["password"] = "Str0ngPassw0rd" });
        Assert.Equal(primary, (string?)answer["user"]!["id"]);
        Assert.Equal(linked, (string?)answer["recipeUserId"]);
    }

    [Fact]
    public async Task Linking_ends_the_sessions_of_the_login_method_and_of_nobody_else()
    {
        var first = await SignUpAsync("first@example.com");
        var second = await SignUpAsync("second@example.com");
        await _core.CreateSessionAsync(first);
        await _core.CreateSessionAsync(second);
        await MakePrimaryAsync(first);
        await LinkAsync(second, first);
        Assert.Empty(await HandlesAsync(second, "false"));
        Assert.Single(await HandlesAsync(first, "false"));

        await _core.CreateSessionAsync(second);
        await LinkAsync(second, first);
        Assert.Single(await HandlesAsync(second, "false"));
    }

    [Fact]
    public async Task A_session_names_the_user_and_the_login_method_and_follows_when_they_part()
    {
        var (primary, linked) = await LinkedPairAsync();
        var session = await _core.CreateSessionAsync(linked);
        Assert.Equal((primary, linked), Ids(session["session"]!));
        Assert.Equal((primary, linked), Ids((await _core.VerifyAsync((string)session["accessToken"]!["token"]!, checkDatabase: true))["session"]!));
        Assert.Equal((primary, linked), Ids(await _core.GetAsync($"/recipe/session?sessionHandle={session["session"]!["handle"]}")));
        var refreshed = await _core.RefreshAsync((string)session["refreshToken"]!["token"]!);
        Assert.Equal((primary, linked), Ids(refreshed["session"]!));
        Assert.Equal((primary, linked), Ids((await _core.VerifyAsync((string)refreshed["accessToken"]!["token"]!))["session"]!));
        Assert.Single(await HandlesAsync(primary, "true"));
        Assert.Empty(await HandlesAsync(primary, "false"));

        await UnlinkAsync(linked);
        Assert.Equal("UNAUTHORISED", (string?)(await _core.RefreshAsync((string)refreshed["refreshToken"]!["token"]!))["status"]);
    }

    [Fact]
    public async Task Unlinking_the_primary_users_own_login_method_removes_it_and_keeps_the_id_and_its_data()
    {
        var (primary, linked) = await LinkedPairAsync();
        await _core.SendAsync(HttpMethod.Put, "/recipe/user/metadata", new JsonObject { ["userId"] = primary, ["metadataUpdate"] = new JsonObject { ["k"] = 1 } });
        var ownSession = await _core.CreateSessionAsync(primary);
        var otherSession = await _core.CreateSessionAsync(linked);

        var answer = await UnlinkAsync(primary);
        Assert.True((bool)answer["wasRecipeUserDeleted"]!);
        var user = (await _core.GetAsync($"/user/id?userId={primary}"))["user"]!;
        Assert.Equal(primary, (string?)user["id"]);
        Assert.True((bool)user["isPrimaryUser"]!);
        Assert.Equal(linked, (string?)Assert.Single(user["loginMethods"]!.AsArray())!["recipeUserId"]);
        Assert.Equal(1, (int)(await _core.GetAsync($"/recipe/user/metadata?userId={primary}"))["metadata"]!["k"]!);
        Assert.Equal("UNAUTHORISED", (string?)(await _core.RefreshAsync((string)ownSession["refreshToken"]!["token"]!))["status"]);
        Assert.Equal("OK", (string?)(await _core.RefreshAsync((string)otherSession["refreshToken"]!["token"]!))["status"]);
        Assert.Equal("OK", (string?)(await _core.SignUpAsync("first@example.com"))["status"]);
    }

    [Fact]
    public async Task Unlinking_a_lone_primary_user_only_takes_the_rank_away()
    {
        var user = await SignUpAsync("lone@example.com");
        await MakePrimaryAsync(user);
        var answer = await UnlinkAsync(user);
        Assert.True((bool)answer["wasLinked"]!);
        Assert.False((bool)answer["wasRecipeUserDeleted"]!);
        Assert.False((bool)(await _core.GetAsync($"/user/id?userId={user}"))["user"]!["isPrimaryUser"]!);
        Assert.False((bool)(await UnlinkAsync(user))["wasLinked"]!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Removing_a_login_method_takes_the_others_along_only_when_asked(bool removeAll)
    {
        var (primary, linked) = await LinkedPairAsync();
        foreach (var id in new[] { primary, linked })
        {
            await _core.SendAsync(HttpMethod.Put, "/recipe/user/metadata", new JsonObject { ["userId"] = id, ["metadataUpdate"] = new JsonObject { ["k"] = 1 } });
        }

        await _core.PostAsync("/user/remove", new JsonObject { ["userId"] = linked, ["removeAllLinkedAccounts"] = removeAll });
        Assert.Equal(removeAll ? "UNKNOWN_USER_ID_ERROR" : "OK", (string?)(await _core.GetAsync($"/user/id?userId={primary}"))["status"]);
        Assert.Equal("UNKNOWN_USER_ID_ERROR", (string?)(await _core.GetAsync($"/user/id?userId={linked}"))["status"]);
        Assert.Equal(removeAll ? 0 : 1, (await _core.GetAsync($"/recipe/user/metadata?userId={primary}"))["metadata"]!.AsObject().Count);
        Assert.Empty((await _core.GetAsync($"/recipe/user/metadata?userId={linked}"))["metadata"]!.AsObject());
    }

    [Fact]
    public async Task Removing_the_primary_users_own_login_method_keeps_its_id_until_the_last_one_goes()
    {
        var (primary, linked) = await LinkedPairAsync();
        await _core.SendAsync(HttpMethod.Put, "/recipe/user/metadata", new JsonObject { ["userId"] = primary, ["metadataUpdate"] = new JsonObject { ["k"] = 1 } });
        await _core.PostAsync("/user/remove", new JsonObject { ["userId"] = primary, ["removeAllLinkedAccounts"] = false });
        Assert.Equal(primary, (string?)(await _core.GetAsync($"/user/id?userId={linked}"))["user"]!["id"]);
        Assert.Equal(1, (int)(await _core.GetAsync($"/recipe/user/metadata?userId={primary}"))["metadata"]!["k"]!);

        await _core.PostAsync("/user/remove", new JsonObject { ["userId"] = linked, ["removeAllLinkedAccounts"] = false });
        Assert.Equal("UNKNOWN_USER_ID_ERROR", (string?)(await _core.GetAsync($"/user/id?userId={primary}"))["status"]);
        Assert.Empty((await _core.GetAsync($"/recipe/user/metadata?userId={primary}"))["metadata"]!.AsObject());
    }

    [Fact]
    public async Task A_primary_user_may_not_take_the_e_mail_of_another_one()
    {
        // In the tenant of any of its login methods, not only in that of the one that changes.
        var first = await SignUpAsync("first@example.com");
        var second = await SignUpAsync("second@example.com", "/t1");
        var other = await SignUpAsync("other@example.com", "/t1");
        await MakePrimaryAsync(first);
        await LinkAsync(second, first);
        await MakePrimaryAsync(other);
        var answer = await ChangeEmailAsync(first, "other@example.com");
        Assert.Equal("EMAIL_CHANGE_NOT_ALLOWED_ERROR", (string?)answer["status"]);
        Assert.Equal("New email is associated with another primary user ID", (string?)answer["reason"]);
        Assert.Equal("OK", (string?)(await ChangeEmailAsync(first, "new@example.com"))["status"]);
    }

    [Fact]
    public async Task An_e_mail_of_the_same_user_may_be_taken_by_another_login_method()
    {
        await CreateTenantAsync("t1");
        var first = await SignUpAsync("first@example.com");
        var second = await SignUpAsync("second@example.com", "/t1");
        await MakePrimaryAsync(first);
        await LinkAsync(second, first);
        Assert.Equal("OK", (string?)(await ChangeEmailAsync(second, "first@example.com"))["status"]);
        var user = (await _core.GetAsync($"/user/id?userId={first}"))["user"]!;
        Assert.Equal(["first@example.com"], Strings(user["emails"]!));
        Assert.Equal(["public", "t1"], Strings(user["tenantIds"]!));
    }

    [Fact]
    public async Task Of_parallel_links_to_two_primary_users_one_wins()
    {
        var one = await SignUpAsync("one@example.com");
        var two = await SignUpAsync("two@example.com");
        var user = await SignUpAsync("user@example.com");
        await MakePrimaryAsync(one);
        await MakePrimaryAsync(two);
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => LinkAsync(user, i % 2 == 0 ? one : two)));
        var winner = Assert.Single(answers.Where(IsOk).Select(answer => (string?)answer["user"]!["id"]).Distinct());
        Assert.Single(answers, answer => IsOk(answer) && !(bool)answer["accountsAlreadyLinked"]!);
        Assert.All(answers.Where(answer => !IsOk(answer)), answer => Assert.Equal(
            ("RECIPE_USER_ID_ALREADY_LINKED_WITH_ANOTHER_PRIMARY_USER_ID_ERROR", winner), ((string?)answer["status"], (string?)answer["primaryUserId"])));
    }

    [Fact]
    public async Task Users_of_another_app_are_unknown()
    {
        await _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/app/v2", new JsonObject { ["appId"] = "other" });
        var user = await SignUpAsync("user@example.com");
        await MakePrimaryAsync(user);
        var stranger = await SignUpAsync("stranger@example.com", "/appid-other");
        Assert.Equal(
            (HttpStatusCode.BadRequest, "Unknown user ID provided\n"),
            await SendAsync("/recipe/accountlinking/user/link", new JsonObject { ["recipeUserId"] = stranger, ["primaryUserId"] = user }));
        Assert.Equal(
            (HttpStatusCode.BadRequest, "Unknown user ID provided\n"),
            await SendAsync("/appid-other/recipe/accountlinking/user/primary", new JsonObject { ["recipeUserId"] = user }));
    }

    [Theory]
    [InlineData("/recipe/accountlinking/user/primary")]
    [InlineData("/recipe/accountlinking/user/link")]
    [InlineData("/recipe/accountlinking/user/unlink")]
    public async Task The_routes_belong_to_the_app_and_are_forbidden_on_a_tenant(string path)
    {
        await CreateTenantAsync("t1");
        Assert.Equal(
            (HttpStatusCode.Forbidden, "Only public tenantId can call this app specific API\n"),
            await SendAsync("/t1" + path, new JsonObject { ["recipeUserId"] = "a", ["primaryUserId"] = "b" }));
    }

    public void Dispose() => _core.Dispose();

    private static bool IsOk(JsonObject answer) => (string?)answer["status"] == "OK";

    private static IEnumerable<string> Strings(JsonNode array) => array.AsArray().Select(value => (string)value!);

    private static (string? UserId, string? RecipeUserId) Ids(JsonNode session) => ((string?)session["userId"], (string?)session["recipeUserId"]);

    private async Task<string> SignUpAsync(string email, string tenant = "")
    {
        if (tenant == "/t1")
        {
            await CreateTenantAsync("t1");
        }

        _core.Time.Advance(TimeSpan.FromMilliseconds(5));
        return (string)(await _core.SignUpAsync(email, tenant + "/recipe/signup"))["recipeUserId"]!;
    }

    private async Task<(string Primary, string Linked)> LinkedPairAsync()
    {
        var primary = await SignUpAsync("first@example.com");
        var linked = await SignUpAsync("second@example.com");
        await MakePrimaryAsync(primary);
        Assert.True(IsOk(await LinkAsync(linked, primary)));
        return (primary, linked);
    }

    private Task<JsonObject> CreateTenantAsync(string tenantId) =>
        _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/tenant/v2", new JsonObject { ["tenantId"] = tenantId });

    private Task<JsonObject> MakePrimaryAsync(string userId) =>
        _core.PostAsync("/recipe/accountlinking/user/primary", new JsonObject { ["recipeUserId"] = userId });

    private Task<JsonObject> LinkAsync(string recipeUserId, string primaryUserId) =>
        _core.PostAsync("/recipe/accountlinking/user/link", new JsonObject { ["recipeUserId"] = recipeUserId, ["primaryUserId"] = primaryUserId });

    private Task<JsonObject> UnlinkAsync(string recipeUserId) =>
        _core.PostAsync("/recipe/accountlinking/user/unlink", new JsonObject { ["recipeUserId"] = recipeUserId });

    private Task<JsonObject> ChangeEmailAsync(string recipeUserId, string email) =>
        _core.SendAsync(HttpMethod.Put, "/recipe/user", new JsonObject { ["recipeUserId"] = recipeUserId, ["email"] = email });

    private async Task<JsonArray> HandlesAsync(string userId, string linkedToo) =>
        (await _core.GetAsync($"/recipe/session/user?userId={userId}&fetchSessionsForAllLinkedAccounts={linkedToo}"))["sessionHandles"]!.AsArray();

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(string path, JsonObject body)
    {
        using var response = await _core.Client.PostAsync(path, new StringContent(body.ToJsonString()));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
