using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

/// <summary>In a tenant, an e-mail, phone number or third-party account belongs to one primary user at most.</summary>
public sealed class PrimaryUserRulesTests : IDisposable
{
    private const string Taken = "ACCOUNT_INFO_ALREADY_ASSOCIATED_WITH_ANOTHER_PRIMARY_USER_ID_ERROR";

    private readonly TestCore _core = new();

    [Fact]
    public async Task Of_two_users_with_one_e_mail_only_one_becomes_primary_and_the_check_says_so()
    {
        var first = await SignUpAsync("same@example.com");
        var second = await SignInUpAsync("corp", "1", "same@example.com");
        Assert.Equal("OK", Status(await _core.GetAsync($"/recipe/accountlinking/user/primary/check?recipeUserId={second}")));
        await MakePrimaryAsync(first);
        var check = await _core.GetAsync($"/recipe/accountlinking/user/primary/check?recipeUserId={second}");
        Assert.Equal((Taken, first, "This user's email is already associated with another user ID"), Refusal(check));
        Assert.True(JsonNode.DeepEquals(check, await MakePrimaryAsync(second)));
        Assert.False((bool)(await _core.GetAsync($"/user/id?userId={second}"))["user"]!["isPrimaryUser"]!);
    }

    [Fact]
    public async Task Of_users_with_one_e_mail_made_primary_at_once_one_wins()
    {
        var users = new List<string> { await SignUpAsync("same@example.com") };
        for (var i = 0; i < 7; i++)
        {
            users.Add(await SignInUpAsync("corp", $"{i}", "same@example.com"));
        }

        var answers = await Task.WhenAll(users.Concat(users).Select(MakePrimaryAsync));
        var winner = Assert.Single(answers.Where(IsOk).Select(answer => (string?)answer["user"]!["id"]).Distinct());
        Assert.Single(answers, answer => IsOk(answer) && !(bool)answer["wasAlreadyAPrimaryUser"]!);
        Assert.All(answers.Where(answer => !IsOk(answer)), answer => Assert.Equal((Taken, winner), ((string?)answer["status"], (string?)answer["primaryUserId"])));
    }

    [Fact]
    public async Task Linking_an_e_mail_that_another_primary_user_has_is_refused()
    {
        var owner = await SignUpAsync("same@example.com");
        var other = await SignUpAsync("other@example.com");
        var user = await SignInUpAsync("corp", "1", "same@example.com");
        await MakePrimaryAsync(owner);
        await MakePrimaryAsync(other);
        Assert.Equal((Taken, owner, "This user's email is already associated with another user ID"), Refusal(await LinkAsync(user, other)));
        Assert.True(IsOk(await LinkAsync(user, owner)));
    }

    [Fact]
    public async Task A_phone_number_is_told_by_its_name()
    {
        await CreateTenantAsync("t1");
        var owner = await SignInByPhoneAsync("+4915112345678", "/t1");
        var user = await SignInByPhoneAsync("+4915112345678");
        await MakePrimaryAsync(owner);
        Assert.True(IsOk(await MakePrimaryAsync(user)));
        await UnlinkAsync(user);
        var first = await SignUpAsync("first@example.com", "/t1");
        await MakePrimaryAsync(first);
        Assert.Equal((Taken, owner, "This user's phone number is already associated with another user ID"), Refusal(await LinkAsync(user, first)));
    }

    [Fact]
    public async Task A_third_party_account_is_told_by_its_name()
    {
        await CreateTenantAsync("t1");
        var owner = await SignInUpAsync("corp", "1", "one@example.com", "/t1");
        var user = await SignInUpAsync("corp", "1", "two@example.com");
        var first = await SignUpAsync("first@example.com", "/t1");
        await MakePrimaryAsync(owner);
        await MakePrimaryAsync(first);
        Assert.Equal((Taken, owner, "This user's third party login is already associated with another user ID"), Refusal(await LinkAsync(user, first)));
    }

    [Fact]
    public async Task Accounts_are_compared_in_all_tenants_of_both_users()
    {
        await CreateTenantAsync("t1");
        var here = await SignUpAsync("same@example.com");
        var there = await SignInUpAsync("corp", "1", "same@example.com", "/t1");
        Assert.True(IsOk(await MakePrimaryAsync(here)));
        Assert.True(IsOk(await MakePrimaryAsync(there)));

        // The new login method is in t1 alone, and brings its primary user's address there, which "there" has.
        var user = await SignUpAsync("user@example.com", "/t1");
        Assert.Equal((Taken, there), ((string?)(await LinkAsync(user, here))["status"], (string?)(await LinkAsync(user, here))["primaryUserId"]));
    }

    [Fact]
    public async Task A_primary_user_may_not_enter_a_tenant_where_another_one_has_its_address()
    {
        await CreateTenantAsync("t1");
        var here = await SignUpAsync("same@example.com");
        var there = await SignInUpAsync("corp", "1", "same@example.com", "/t1");
        Assert.Equal("OK", Status(await AssociateAsync("t1", here)));
        await _core.PostAsync("/t1/recipe/multitenancy/tenant/user/remove", new JsonObject { ["recipeUserId"] = here });

        await MakePrimaryAsync(here);
        Assert.Equal("OK", Status(await AssociateAsync("t1", here)));
        await _core.PostAsync("/t1/recipe/multitenancy/tenant/user/remove", new JsonObject { ["recipeUserId"] = here });

        await MakePrimaryAsync(there);
        var answer = await AssociateAsync("t1", here);
        Assert.Equal("ASSOCIATION_NOT_ALLOWED_ERROR", Status(answer));
        Assert.Equal($"Another primary user with email already exists: {there}", (string?)answer["reason"]);
        Assert.Equal(["public"], (await _core.GetAsync($"/user/id?userId={here}"))["user"]!["tenantIds"]!.AsArray().Select(id => (string)id!));
    }

    [Fact]
    public async Task A_phone_number_and_a_third_party_account_taken_in_the_tenant_are_refused_by_name()
    {
        await CreateTenantAsync("t1");
        await SignInByPhoneAsync("+4915112345678", "/t1");
        await SignInUpAsync("corp", "1", "one@example.com", "/t1");
        Assert.Equal("PHONE_NUMBER_ALREADY_EXISTS_ERROR", Status(await AssociateAsync("t1", await SignInByPhoneAsync("+4915112345678"))));
        Assert.Equal("THIRD_PARTY_USER_ALREADY_EXISTS_ERROR", Status(await AssociateAsync("t1", await SignInUpAsync("corp", "1", "two@example.com"))));
    }

    public void Dispose() => _core.Dispose();

    private static bool IsOk(JsonObject answer) => Status(answer) == "OK";

    private static string? Status(JsonObject answer) => (string?)answer["status"];

    private static (string? Status, string? PrimaryUserId, string? Description) Refusal(JsonObject answer) =>
        (Status(answer), (string?)answer["primaryUserId"], (string?)answer["description"]);

    private async Task<string> SignUpAsync(string email, string tenant = "") =>
        (string)(await _core.SignUpAsync(email, tenant + "/recipe/signup"))["recipeUserId"]!;

    private async Task<string> SignInUpAsync(string provider, string id, string email, string tenant = "") => (string)(await _core.PostAsync(
        tenant + "/recipe/signinup",
        new JsonObject
        {
            ["thirdPartyId"] = provider,
            ["thirdPartyUserId"] = id,
            ["email"] = new JsonObject { ["id"] = email, ["isVerified"] = true },
        }))["recipeUserId"]!;

    private async Task<string> SignInByPhoneAsync(string phoneNumber, string tenant = "")
    {
        var code = await _core.PostAsync(tenant + "/recipe/signinup/code", new JsonObject { ["phoneNumber"] = phoneNumber });
        var answer = await _core.PostAsync(tenant + "/recipe/signinup/code/consume", new JsonObject
        {
            ["preAuthSessionId"] = (string)code["preAuthSessionId"]!,
            ["deviceId"] = (string)code["deviceId"]!,
            ["userInputCode"] = (string)code["userInputCode"]!,
        });
        return (string)answer["recipeUserId"]!;
    }

    private Task<JsonObject> CreateTenantAsync(string tenantId) =>
        _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/tenant/v2", new JsonObject { ["tenantId"] = tenantId });

    private Task<JsonObject> MakePrimaryAsync(string userId) =>
        _core.PostAsync("/recipe/accountlinking/user/primary", new JsonObject { ["recipeUserId"] = userId });

    private Task<JsonObject> LinkAsync(string recipeUserId, string primaryUserId) =>
        _core.PostAsync("/recipe/accountlinking/user/link", new JsonObject { ["recipeUserId"] = recipeUserId, ["primaryUserId"] = primaryUserId });

    private Task<JsonObject> UnlinkAsync(string recipeUserId) =>
        _core.PostAsync("/recipe/accountlinking/user/unlink", new JsonObject { ["recipeUserId"] = recipeUserId });

    private Task<JsonObject> AssociateAsync(string tenantId, string userId) =>
        _core.PostAsync($"/{tenantId}/recipe/multitenancy/tenant/user", new JsonObject { ["recipeUserId"] = userId });
}
