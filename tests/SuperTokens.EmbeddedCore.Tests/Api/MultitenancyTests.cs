using System.Net;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class MultitenancyTests : IDisposable
{
    private readonly TestCore _core = new();

    [Fact]
    public async Task Two_apps_see_neither_each_others_users_nor_sessions_nor_keys()
    {
        await CreateAppAsync("one");
        await CreateAppAsync("two");
        var user = (await _core.SignUpAsync("same@example.com", "/appid-one/recipe/signup"))["user"]!;
        Assert.Equal("OK", (string?)(await _core.SignUpAsync("same@example.com", "/appid-two/recipe/signup"))["status"]);
        Assert.Equal("OK", (string?)(await _core.SignUpAsync("same@example.com"))["status"]);

        Assert.Equal("OK", (string?)(await _core.GetAsync($"/appid-one/user/id?userId={user["id"]}"))["status"]);
        Assert.Equal("UNKNOWN_USER_ID_ERROR", (string?)(await _core.GetAsync($"/appid-two/user/id?userId={user["id"]}"))["status"]);
        Assert.Equal("UNKNOWN_USER_ID_ERROR", (string?)(await _core.GetAsync($"/user/id?userId={user["id"]}"))["status"]);

        var session = await _core.CreateSessionAsync("user", "/appid-one/recipe/session");
        var refresh = new JsonObject { ["refreshToken"] = (string)session["refreshToken"]!["token"]!, ["enableAntiCsrf"] = false, ["useDynamicSigningKey"] = true };
        Assert.Equal("UNAUTHORISED", (string?)(await _core.PostAsync("/appid-two/recipe/session/refresh", refresh))["status"]);
        Assert.Equal("OK", (string?)(await _core.PostAsync("/appid-one/recipe/session/refresh", refresh))["status"]);
        Assert.Empty((await _core.GetAsync("/appid-two/recipe/session/user?userId=user"))["sessionHandles"]!.AsArray());
        Assert.NotEqual(await KeysAsync("/appid-one"), await KeysAsync("/appid-two"));
    }

    [Fact]
    public async Task Tenants_of_one_app_have_users_of_their_own()
    {
        await _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/tenant/v2", new JsonObject { ["tenantId"] = "t1" });
        await _core.SignUpAsync("same@example.com");
        Assert.Equal("OK", (string?)(await _core.SignUpAsync("same@example.com", "/t1/recipe/signup"))["status"]);
        Assert.Equal("EMAIL_ALREADY_EXISTS_ERROR", (string?)(await _core.SignUpAsync("same@example.com", "/t1/recipe/signup"))["status"]);
        Assert.Equal(1, (int)(await _core.GetAsync("/t1/users/count"))["count"]!);
        Assert.Equal(2, (int)(await _core.GetAsync("/users/count?includeAllTenants=true"))["count"]!);
    }

    [Fact]
    public async Task An_apps_own_settings_hold_in_that_app_only()
    {
        await CreateAppAsync("short", new JsonObject { ["access_token_validity"] = 60 });
        Assert.Equal(60_000, Lifetime(await _core.CreateSessionAsync("user", "/appid-short/recipe/session")));
        Assert.Equal(3_600_000, Lifetime(await _core.CreateSessionAsync()));
    }

    [Fact]
    public async Task Hundreds_of_apps_live_side_by_side()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => CreateAppAsync($"app{i}")));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => _core.SignUpAsync("same@example.com", $"/appid-app{i}/recipe/signup")));
        Assert.Equal(201, (await _core.GetAsync("/recipe/multitenancy/app/list/v2"))["apps"]!.AsArray().Count);
        Assert.Equal(1, (int)(await _core.GetAsync("/appid-app7/users/count"))["count"]!);
    }

    [Fact]
    public async Task A_removed_app_leaves_nothing_behind()
    {
        await CreateAppAsync("gone");
        await _core.SignUpAsync("user@example.com", "/appid-gone/recipe/signup");
        var keys = await KeysAsync("/appid-gone");
        await _core.PostAsync("/recipe/multitenancy/app/remove", new JsonObject { ["appId"] = "gone" });
        using var response = await _core.Client.GetAsync("/appid-gone/users/count");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);

        await CreateAppAsync("gone");
        Assert.Equal(0, (int)(await _core.GetAsync("/appid-gone/users/count"))["count"]!);
        Assert.NotEqual(keys, await KeysAsync("/appid-gone"));
    }

    public void Dispose() => _core.Dispose();

    private Task<JsonObject> CreateAppAsync(string appId, JsonObject? coreConfig = null) =>
        _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/app/v2", new JsonObject { ["appId"] = appId, ["coreConfig"] = coreConfig ?? [] });

    private async Task<string> KeysAsync(string app) => (await _core.GetAsync($"{app}/.well-known/jwks.json")).ToJsonString();

    private static long Lifetime(JsonObject session) =>
        (long)session["accessToken"]!["expiry"]! - (long)session["accessToken"]!["createdTime"]!;
}
