using System.Net;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class UserRolesTests : IDisposable
{
    private readonly TestCore _core = new();

    [Fact]
    public async Task Removing_permissions_without_naming_any_removes_all_and_an_empty_list_removes_none()
    {
        await SaveAsync("editor", "read", "write");

        await _core.PostAsync("/recipe/role/permissions/remove", new JsonObject { ["role"] = "editor", ["permissions"] = new JsonArray() });
        Assert.Equal("read,write", await PermissionsAsync("editor"));
        await _core.PostAsync("/recipe/role/permissions/remove", new JsonObject { ["role"] = "editor" });
        Assert.Equal("", await PermissionsAsync("editor"));
    }

    [Theory]
    [InlineData("POST", "/recipe/role/remove", """{"role":" "}""", "Field name 'role' cannot be an empty String")]
    [InlineData("POST", "/recipe/role/permissions/remove", """{"role":""}""", "Field name 'role' cannot be an empty String")]
    [InlineData("POST", "/recipe/role/permissions/remove", """{"role":"x","permissions":[" "]}""", "Field name 'permissions' cannot contain an empty string")]
    [InlineData("POST", "/recipe/user/role/remove", """{"userId":"u","role":""}""", "Field name 'role' cannot be an empty String")]
    [InlineData("POST", "/recipe/user/role/remove", """{"role":"x"}""", "Field name 'userId' is invalid in JSON input")]
    [InlineData("GET", "/recipe/permission/roles?permission=%20", null, "Field name 'permission' cannot be an empty String")]
    [InlineData("GET", "/recipe/permission/roles", null, "Field name 'permission' is missing in GET request")]
    [InlineData("GET", "/recipe/role/users?role=", null, "Field name 'role' cannot be an empty String")]
    public async Task Bad_input_is_400_and_is_named(string method, string path, string? body, string message)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent(body) };
        using var response = await _core.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.BadRequest, message + "\n"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Apps_have_roles_of_their_own_and_tenants_share_them()
    {
        await _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/app/v2", new JsonObject { ["appId"] = "one" });
        await _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/tenant/v2", new JsonObject { ["tenantId"] = "t1" });
        await SaveAsync("editor", "write");
        var give = new JsonObject { ["userId"] = "u", ["role"] = "editor" };

        Assert.Equal("UNKNOWN_ROLE_ERROR", (string?)(await _core.SendAsync(HttpMethod.Put, "/appid-one/recipe/user/role", give))["status"]);
        Assert.Empty((await _core.GetAsync("/appid-one/recipe/roles"))["roles"]!.AsArray());
        Assert.Equal("OK", (string?)(await _core.SendAsync(HttpMethod.Put, "/t1/recipe/user/role", give))["status"]);
        Assert.Equal("u", (string?)(await _core.GetAsync("/t1/recipe/role/users?role=editor"))["users"]![0]);
        Assert.Empty((await _core.GetAsync("/recipe/role/users?role=editor"))["users"]!.AsArray());
        Assert.False((bool)(await _core.PostAsync("/recipe/user/role/remove", give))["didUserHaveRole"]!);

        await _core.PostAsync("/recipe/role/remove", new JsonObject { ["role"] = "editor" });
        Assert.Empty((await _core.GetAsync("/t1/recipe/user/roles?userId=u"))["roles"]!.AsArray());
        Assert.Empty((await _core.GetAsync("/recipe/permission/roles?permission=write"))["roles"]!.AsArray());
    }

    public void Dispose() => _core.Dispose();

    private Task<JsonObject> SaveAsync(string role, params string[] permissions) => _core.SendAsync(
        HttpMethod.Put, "/recipe/role", new JsonObject { ["role"] = role, ["permissions"] = new JsonArray([.. permissions.Select(one => JsonValue.Create(one))]) });

    private async Task<string> PermissionsAsync(string role)
        => string.Join(',', (await _core.GetAsync($"/recipe/role/permissions?role={role}"))["permissions"]!.AsArray());
}
