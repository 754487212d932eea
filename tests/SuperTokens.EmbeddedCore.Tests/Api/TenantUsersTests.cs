using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class TenantUsersTests : IDisposable
{
    private readonly TestCore _core = new();

    [Fact]
    public async Task A_user_of_two_tenants_signs_in_to_both_and_is_one_user()
    {
        var user = await SignUpAsync("user@example.com");
        await CreateTenantAsync("t1");
        Assert.Equal("WRONG_CREDENTIALS_ERROR", await SignInAsync("t1", "user@example.com"));
        await AssociateAsync("t1", user);
        Assert.Equal("OK", await SignInAsync("t1", "user@example.com"));
        Assert.Equal("OK", await SignInAsync("public", "user@example.com"));
        Assert.Equal(1, (int)(await _core.GetAsync("/t1/users/count"))["count"]!);
        Assert.Equal(1, (int)(await _core.GetAsync("/users/count?includeAllTenants=true"))["count"]!);
        Assert.Equal("EMAIL_ALREADY_EXISTS_ERROR", Status(await _core.SignUpAsync("user@example.com", "/t1/recipe/signup")));
    }

    [Fact]
    public async Task Leaving_a_tenant_ends_what_the_user_had_there_and_nothing_elsewhere()
    {
        var user = await SignUpAsync("user@example.com");
        await CreateTenantAsync("t1");
        await AssociateAsync("t1", user);
        await _core.SendAsync(HttpMethod.Put, "/recipe/role", new JsonObject { ["role"] = "admin" });
        foreach (var tenant in new[] { "public", "t1" })
        {
            await _core.CreateSessionAsync(user, $"/{tenant}/recipe/session");
            await _core.SendAsync(HttpMethod.Put, $"/{tenant}/recipe/user/role", new JsonObject { ["userId"] = user, ["role"] = "admin" });
        }

        Assert.True((bool)(await DisassociateAsync("t1", user))["wasAssociated"]!);
        Assert.Equal("WRONG_CREDENTIALS_ERROR", await SignInAsync("t1", "user@example.com"));
        Assert.Equal("OK", await SignInAsync("public", "user@example.com"));
        Assert.Empty((await _core.GetAsync($"/t1/recipe/user/roles?userId={user}"))["roles"]!.AsArray());
        Assert.Single((await _core.GetAsync($"/recipe/user/roles?userId={user}"))["roles"]!.AsArray());
        Assert.Single((await _core.GetAsync($"/recipe/session/user?userId={user}"))["sessionHandles"]!.AsArray());
    }

    [Fact]
    public async Task A_user_who_left_every_tenant_is_still_there_and_may_come_back()
    {
        var user = await SignUpAsync("user@example.com");
        await DisassociateAsync("public", user);
        Assert.Equal("WRONG_CREDENTIALS_ERROR", await SignInAsync("public", "user@example.com"));
        Assert.Empty((await _core.GetAsync($"/user/id?userId={user}"))["user"]!["tenantIds"]!.AsArray());
        Assert.Equal("OK", Status(await AssociateAsync("public", user)));
        Assert.Equal("OK", await SignInAsync("public", "user@example.com"));
    }

    [Fact]
    public async Task An_e_mail_taken_in_the_tenant_is_refused()
    {
        await CreateTenantAsync("t1");
        var user = await SignUpAsync("user@example.com");
        await SignUpAsync("user@example.com", "/t1");
        Assert.Equal("EMAIL_ALREADY_EXISTS_ERROR", Status(await AssociateAsync("t1", user)));
        Assert.Equal(["public"], (await _core.GetAsync($"/user/id?userId={user}"))["user"]!["tenantIds"]!.AsArray().Select(id => (string)id!));
    }

    [Fact]
    public async Task A_linked_login_method_brings_no_e_mail_of_its_user_that_another_primary_user_of_the_tenant_has()
    {
        await CreateTenantAsync("t1");
        var owner = await SignUpAsync("shared@example.com", "/t1");
        var first = await SignUpAsync("shared@example.com");
        var second = await SignUpAsync("second@example.com");
        await MakePrimaryAsync(owner);
        await MakePrimaryAsync(first);
        await _core.PostAsync("/recipe/accountlinking/user/link", new JsonObject { ["recipeUserId"] = second, ["primaryUserId"] = first });

        // The shared address is a password user's on both sides, which the core tells before it tells of primary users.
        Assert.Equal("EMAIL_ALREADY_EXISTS_ERROR", Status(await AssociateAsync("t1", second)));
        Assert.Equal("EMAIL_ALREADY_EXISTS_ERROR", Status(await AssociateAsync("t1", first)));
    }

    [Fact]
    public async Task Of_parallel_associations_of_one_e_mail_one_wins()
    {
        await CreateTenantAsync("goal");
        var users = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            await CreateTenantAsync($"t{i}");
            users.Add(await SignUpAsync("same@example.com", $"/t{i}"));
        }

        var answers = await Task.WhenAll(users.Select(user => AssociateAsync("goal", user)));
        Assert.Single(answers, answer => Status(answer) == "OK");
        Assert.Equal(7, answers.Count(answer => Status(answer) == "EMAIL_ALREADY_EXISTS_ERROR"));
    }

    [Fact]
    public async Task Users_of_another_app_are_unknown()
    {
        await _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/app/v2", new JsonObject { ["appId"] = "other" });
        var stranger = await SignUpAsync("stranger@example.com", "/appid-other");
        Assert.Equal("UNKNOWN_USER_ID_ERROR", Status(await AssociateAsync("public", stranger)));
        Assert.Equal("UNKNOWN_USER_ID_ERROR", Status(await DisassociateAsync("public", stranger)));
    }

    [Fact]
    public async Task A_removed_tenant_takes_its_memberships_sessions_and_providers_along()
    {
        var user = await SignUpAsync("user@example.com");
        await CreateTenantAsync("t1");
        await AssociateAsync("t1", user);
        await _core.CreateSessionAsync(user, "/t1/recipe/session");
        await _core.SendAsync(HttpMethod.Put, "/t1/recipe/multitenancy/config/thirdparty", new JsonObject { ["config"] = new JsonObject { ["thirdPartyId"] = "corp" } });
        await _core.PostAsync("/recipe/multitenancy/tenant/remove", new JsonObject { ["tenantId"] = "t1" });
        Assert.Equal(["public"], (await _core.GetAsync($"/user/id?userId={user}"))["user"]!["tenantIds"]!.AsArray().Select(id => (string)id!));

        await CreateTenantAsync("t1");
        Assert.Equal("WRONG_CREDENTIALS_ERROR", await SignInAsync("t1", "user@example.com"));
        Assert.Empty((await _core.GetAsync($"/recipe/session/user?userId={user}"))["sessionHandles"]!.AsArray());
        Assert.Empty((await _core.GetAsync("/t1/recipe/multitenancy/tenant/v2"))["thirdParty"]!["providers"]!.AsArray());
    }

    public void Dispose() => _core.Dispose();

    private static string? Status(JsonObject answer) => (string?)answer["status"];

    private async Task<string> SignUpAsync(string email, string tenant = "") =>
        (string)(await _core.SignUpAsync(email, tenant + "/recipe/signup"))["recipeUserId"]!;

    private async Task<string?> SignInAsync(string tenant, string email) =>
        Status(await _core.PostAsync($"/{tenant}/recipe/signin", new JsonObject { ["email"] = email, ["password"] = "Str0ngPassw0rd" }));

    private Task<JsonObject> CreateTenantAsync(string tenantId) =>
        _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/tenant/v2", new JsonObject { ["tenantId"] = tenantId });

    private Task<JsonObject> MakePrimaryAsync(string userId) =>
        _core.PostAsync("/recipe/accountlinking/user/primary", new JsonObject { ["recipeUserId"] = userId });

    private Task<JsonObject> AssociateAsync(string tenantId, string userId) =>
        _core.PostAsync($"/{tenantId}/recipe/multitenancy/tenant/user", new JsonObject { ["recipeUserId"] = userId });

    private Task<JsonObject> DisassociateAsync(string tenantId, string userId) =>
        _core.PostAsync($"/{tenantId}/recipe/multitenancy/tenant/user/remove", new JsonObject { ["recipeUserId"] = userId });
}
