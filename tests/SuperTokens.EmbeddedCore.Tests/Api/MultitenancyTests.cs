using System.Net;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;

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

    [Theory]
    [InlineData("access_token_dynamic_signing_key_update_interval")]
    [InlineData("access_token_signing_key_update_interval")]
    public async Task An_apps_keys_may_change_every_few_seconds_and_not_with_every_request(string setting)
    {
        await CreateAppAsync("quick", new JsonObject { [setting] = "0.002", ["access_token_validity"] = 100 });
        var first = await _core.CreateSessionAsync("user", "/appid-quick/recipe/session");
        Assert.Equal(KeyIdOf(first), KeyIdOf(await _core.CreateSessionAsync("user", "/appid-quick/recipe/session")));
        Assert.Equal(2, (await _core.GetAsync("/appid-quick/.well-known/jwks.json"))["keys"]!.AsArray().Count);

        _core.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.NotEqual(KeyIdOf(first), KeyIdOf(await _core.CreateSessionAsync("user", "/appid-quick/recipe/session")));
        var verified = await _core.PostAsync("/appid-quick/recipe/session/verify", new JsonObject
        {
            ["accessToken"] = (string?)first["accessToken"]!["token"], ["doAntiCsrfCheck"] = false, ["enableAntiCsrf"] = false, ["checkDatabase"] = false,
        });
        Assert.Equal("OK", (string?)verified["status"]);
    }

    [Fact]
    public async Task Keys_that_would_change_with_every_request_are_refused()
    {
        using var response = await _core.Client.PutAsync(
            "/recipe/multitenancy/app/v2", new StringContent("""{"appId":"a","coreConfig":{"access_token_dynamic_signing_key_update_interval":0.0001}}"""));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("access_token_dynamic_signing_key_update_interval", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
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

    private static string KeyIdOf(JsonObject session) => new JsonWebToken((string)session["accessToken"]!["token"]!).Kid;

    private async Task<string> KeysAsync(string app) => (await _core.GetAsync($"{app}/.well-known/jwks.json")).ToJsonString();

    private static long Lifetime(JsonObject session) =>
        (long)session["accessToken"]!["expiry"]! - (long)session["accessToken"]!["createdTime"]!;
}
