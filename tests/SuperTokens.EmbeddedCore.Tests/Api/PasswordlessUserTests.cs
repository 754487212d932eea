using System.Net;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class PasswordlessUserTests : IDisposable
{
    private const string Email = "a@example.com";
    private const string Phone = "+36301234567";

    private readonly PasswordlessCore _core = new();

    [Fact]
    public async Task A_user_may_have_both_an_e_mail_and_a_phone_number_and_signs_in_with_either()
    {
        var id = await SignUpAsync(Email);
        Assert.Equal("OK", Status(await UpdateAsync(id, "phoneNumber", " +36 30 123 4567 ")));

        Assert.Equal(id, (string?)(await _core.SignInUpAsync(Phone))["recipeUserId"]);
        Assert.Equal(id, (string?)(await _core.SignInUpAsync(Email))["recipeUserId"]);
        Assert.Equal(id, (string?)(await GetAsync($"/recipe/user?phoneNumber={Uri.EscapeDataString(Phone)}"))["user"]!["id"]);
        Assert.Equal(id, (string?)(await GetAsync("/recipe/user?email=A@example.com"))["user"]!["id"]);
        Assert.Equal(id, (string?)(await GetAsync($"/recipe/user?userId={id}"))["user"]!["id"]);
        Assert.Equal(1, (int)(await _core.GetAsync("/users/count"))["count"]!);
    }

    [Fact]
    public async Task An_address_of_another_passwordless_user_is_refused_and_nothing_of_the_change_is_kept()
    {
        var id = await SignUpAsync(Email);
        await SignUpAsync(Phone);
        await SignUpAsync("b@example.com");

        Assert.Equal("EMAIL_ALREADY_EXISTS_ERROR", Status(await UpdateAsync(id, "email", "b@example.com")));
        Assert.Equal("PHONE_NUMBER_ALREADY_EXISTS_ERROR", Status(await UpdateAsync(id, "phoneNumber", Phone)));
        Assert.Equal(
            "PHONE_NUMBER_ALREADY_EXISTS_ERROR",
            Status(await _core.UpdateAsync(new JsonObject { ["recipeUserId"] = id, ["email"] = "new@example.com", ["phoneNumber"] = Phone })));
        Assert.Equal(Email, (string?)(await GetAsync($"/recipe/user?userId={id}"))["user"]!["emails"]![0]);
        Assert.Equal("UNKNOWN_EMAIL_ERROR", Status(await GetAsync("/recipe/user?email=new@example.com")));
    }

    [Fact]
    public async Task An_address_of_another_recipe_or_tenant_is_free()
    {
        await _core.CreateTenantAsync("t1");
        var id = await SignUpAsync(Email);
        await _core.PostAsync("/recipe/signup", new JsonObject { ["email"] = "b@example.com", ["password"] = "Str0ngPassw0rd" });
        await _core.SignInUpAsync(Phone, "/t1");
        Assert.Equal("OK", Status(await UpdateAsync(id, "email", "b@example.com")));
        Assert.Equal("OK", Status(await UpdateAsync(id, "phoneNumber", Phone)));
    }

    [Fact]
    public async Task An_address_must_be_free_in_every_tenant_of_the_user()
    {
        await _core.CreateTenantAsync("t1");
        var id = await SignUpAsync(Email);
        await _core.SignInUpAsync("b@example.com", "/t1");
        await _core.PostAsync("/t1/recipe/multitenancy/tenant/user", new JsonObject { ["recipeUserId"] = id });
        Assert.Equal("EMAIL_ALREADY_EXISTS_ERROR", Status(await UpdateAsync(id, "email", "b@example.com")));
    }

    [Fact]
    public async Task Null_clears_an_address_but_not_the_last_one()
    {
        var id = await SignUpAsync(Email);
        await UpdateAsync(id, "phoneNumber", Phone);

        Assert.Equal("OK", Status(await UpdateAsync(id, "email", null)));
        Assert.Equal("[]", (await GetAsync($"/recipe/user?userId={id}"))["user"]!["emails"]!.ToJsonString());
        Assert.True((bool)(await _core.SignInUpAsync(Email))["createdNewUser"]!);
        Assert.Equal(
            (HttpStatusCode.BadRequest, "You cannot clear both email and phone number of a user\n"),
            await _core.RawAsync(HttpMethod.Put, "/recipe/user", $$"""{"recipeUserId":"{{id}}","phoneNumber":null}"""));
    }

    [Fact]
    public async Task Codes_on_their_way_to_the_old_and_to_the_new_address_end_with_the_change()
    {
        var id = await SignUpAsync(Email);
        var toOld = await _core.CreateAsync(Email);
        var toNew = await _core.CreateAsync("new@example.com");
        var toPhone = await _core.CreateAsync(Phone);
        Assert.Equal("OK", Status(await UpdateAsync(id, "email", "new@example.com")));

        Assert.Equal("RESTART_FLOW_ERROR", Status(await _core.ConsumeAsync(toOld)));
        Assert.Equal("RESTART_FLOW_ERROR", Status(await _core.ConsumeAsync(toNew)));
        Assert.Equal("OK", Status(await _core.ConsumeAsync(toPhone)));
    }

    [Fact]
    public async Task A_change_to_the_same_address_changes_nothing_and_its_codes_stay()
    {
        var id = await SignUpAsync(Email);
        var code = await _core.CreateAsync(Email);
        Assert.Equal("OK", Status(await UpdateAsync(id, "email", " A@Example.com")));
        Assert.Equal("OK", Status(await _core.ConsumeAsync(code)));
    }

    [Fact]
    public async Task Signing_in_with_one_address_ends_the_codes_on_their_way_to_the_other()
    {
        var id = await SignUpAsync(Email);
        await UpdateAsync(id, "phoneNumber", Phone);
        var toPhone = await _core.CreateAsync(Phone);
        await _core.SignInUpAsync(Email);
        Assert.Equal("RESTART_FLOW_ERROR", Status(await _core.ConsumeAsync(toPhone)));
    }

    [Theory]
    [InlineData("email", "EMAIL_CHANGE_NOT_ALLOWED_ERROR", "New email is associated with another primary user ID", "b@example.com")]
    [InlineData("phoneNumber", "PHONE_NUMBER_CHANGE_NOT_ALLOWED_ERROR", "New phone number is associated with another primary user ID", Phone)]
    public async Task A_primary_user_cannot_take_on_an_address_of_another_one(string field, string status, string reason, string address)
    {
        var id = await SignUpAsync(Email);
        var other = await SignUpAsync(address);
        foreach (var one in new[] { id, other })
        {
            await _core.PostAsync("/recipe/accountlinking/user/primary", new JsonObject { ["recipeUserId"] = one });
        }

        var refused = await UpdateAsync(id, field, address);
        Assert.Equal((status, reason), (Status(refused), (string?)refused["reason"]));
    }

    [Theory]
    [InlineData("""{"recipeUserId":"nobody","email":"x@example.com"}""", "UNKNOWN_USER_ID_ERROR")]
    [InlineData("""{"recipeUserId":"nobody"}""", "UNKNOWN_USER_ID_ERROR")]
    public async Task An_unknown_user_is_named_before_anything_else(string body, string status) =>
        Assert.Equal(status, Status(await _core.UpdateAsync(JsonNode.Parse(body)!.AsObject())));

    [Fact]
    public async Task A_user_of_another_recipe_is_unknown_here()
    {
        var user = await _core.PostAsync("/recipe/signup", new JsonObject { ["email"] = Email, ["password"] = "Str0ngPassw0rd" });
        var id = (string)user["recipeUserId"]!;
        Assert.Equal("UNKNOWN_USER_ID_ERROR", Status(await UpdateAsync(id, "email", "x@example.com")));
        Assert.Equal("UNKNOWN_USER_ID_ERROR", Status(await GetAsync($"/recipe/user?userId={id}")));
        Assert.Equal("UNKNOWN_EMAIL_ERROR", Status(await GetAsync($"/recipe/user?email={Email}")));
        Assert.Equal("UNKNOWN_PHONE_NUMBER_ERROR", Status(await GetAsync("/recipe/user?phoneNumber=1")));
    }

    [Fact]
    public async Task Two_users_who_take_on_one_phone_number_at_once_do_not_both_get_it()
    {
        var ids = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            ids.Add(await SignUpAsync($"{i}@example.com"));
        }

        var answers = await Task.WhenAll(ids.Select(id => UpdateAsync(id, "phoneNumber", Phone)));
        Assert.Single(answers, answer => Status(answer) == "OK");
        Assert.Equal(7, answers.Count(answer => Status(answer) == "PHONE_NUMBER_ALREADY_EXISTS_ERROR"));
    }

    public void Dispose() => _core.Dispose();

    private static string? Status(JsonObject json) => (string?)json["status"];

    private async Task<string> SignUpAsync(string address) => (string)(await _core.SignInUpAsync(address))["recipeUserId"]!;

    private Task<JsonObject> UpdateAsync(string id, string field, string? value) =>
        _core.UpdateAsync(new JsonObject { ["recipeUserId"] = id, [field] = value });

    private async Task<JsonObject> GetAsync(string path) => JsonNode.Parse((await _core.RawAsync(HttpMethod.Get, path)).Text)!.AsObject();
}
