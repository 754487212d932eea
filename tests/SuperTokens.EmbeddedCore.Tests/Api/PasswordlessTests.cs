using System.Net;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class PasswordlessTests : IDisposable
{
    private const string Email = "a@example.com";
    private const string Phone = "+36301234567";

    private readonly PasswordlessCore _core = new();

    [Fact]
    public async Task A_code_lives_as_long_as_the_core_says_and_not_a_millisecond_longer()
    {
        var first = await _core.CreateAsync(Email);
        var second = await _core.CreateAsync("b@example.com");

        _core.Time.Advance(TimeSpan.FromMilliseconds(900_000));
        Assert.Equal("OK", Status(await _core.ConsumeAsync(first)));

        _core.Time.Advance(TimeSpan.FromMilliseconds(1));
        var expired = await _core.ConsumeAsync(second);
        Assert.Equal(("EXPIRED_USER_INPUT_CODE_ERROR", 1, 5), Attempts(expired));
        Assert.Equal("RESTART_FLOW_ERROR", Status(await _core.ConsumeLinkAsync(second)));
    }

    [Fact]
    public async Task A_wrong_code_is_told_from_an_expired_one()
    {
        var code = await _core.CreateAsync(Email);
        _core.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(("EXPIRED_USER_INPUT_CODE_ERROR", 1, 5), Attempts(await _core.ConsumeAsync(code)));
        Assert.Equal(("INCORRECT_USER_INPUT_CODE_ERROR", 2, 5), Attempts(await _core.ConsumeAsync(code, "wrong")));
    }

    [Fact]
    public async Task Wrong_and_expired_codes_count_together_and_the_last_one_ends_the_flow_for_good()
    {
        var code = await _core.CreateAsync(Email);
        for (var i = 1; i < 5; i++)
        {
            Assert.Equal(("INCORRECT_USER_INPUT_CODE_ERROR", i, 5), Attempts(await _core.ConsumeAsync(code, "wrong")));
        }

        Assert.Equal("RESTART_FLOW_ERROR", Status(await _core.ConsumeAsync(code, "wrong")));
        Assert.Equal("RESTART_FLOW_ERROR", Status(await _core.ConsumeAsync(code)));
        Assert.Equal("RESTART_FLOW_ERROR", Status(await _core.ConsumeLinkAsync(code)));
        Assert.Equal("RESTART_FLOW_ERROR", Status(await _core.ResendAsync(code)));
    }

    [Fact]
    public async Task Checking_a_code_leaves_it_usable_and_wrong_checks_count_as_wrong_codes()
    {
        var code = await _core.CreateAsync(Email);
        Assert.Equal("OK", Status(await _core.CheckAsync(code)));
        Assert.Equal(("INCORRECT_USER_INPUT_CODE_ERROR", 1, 5), Attempts(await _core.CheckAsync(code, "wrong")));

        var signedIn = await _core.ConsumeAsync(code);
        Assert.Equal("OK", Status(signedIn));
        Assert.Equal(1, (int)signedIn["consumedDevice"]!["failedCodeInputAttemptCount"]!);
        Assert.Equal("RESTART_FLOW_ERROR", Status(await _core.CheckAsync(code)));
    }

    [Fact]
    public async Task A_new_code_of_the_same_device_leaves_the_old_one_valid_and_does_not_forgive_wrong_ones()
    {
        var code = await _core.CreateAsync(Email);
        await _core.ConsumeAsync(code, "wrong");
        var resent = await _core.ResendAsync(code);
        Assert.Equal((string?)code["preAuthSessionId"], (string?)resent["preAuthSessionId"]);
        Assert.Equal(("INCORRECT_USER_INPUT_CODE_ERROR", 2, 5), Attempts(await _core.ConsumeAsync(resent, "wrong")));
        Assert.Equal("OK", Status(await _core.ConsumeAsync(code)));
        Assert.Equal("RESTART_FLOW_ERROR", Status(await _core.ConsumeAsync(resent)));
    }

    [Fact]
    public async Task Signing_in_ends_all_codes_of_the_address_in_that_tenant_only()
    {
        await _core.CreateTenantAsync("t1");
        var used = await _core.CreateAsync(Email);
        var other = await _core.CreateAsync(Email);
        var elsewhere = await _core.CreateAsync(Email, "/t1");
        var somebodyElse = await _core.CreateAsync("b@example.com");

        Assert.Equal("OK", Status(await _core.ConsumeAsync(used)));
        Assert.Equal("RESTART_FLOW_ERROR", Status(await _core.ConsumeAsync(other)));
        Assert.Equal("OK", Status(await _core.ConsumeAsync(elsewhere, path: "/t1")));
        Assert.Equal("OK", Status(await _core.ConsumeAsync(somebodyElse)));
    }

    [Fact]
    public async Task A_code_of_one_tenant_or_app_is_unknown_in_every_other()
    {
        await _core.CreateTenantAsync("t1");
        await _core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/app/v2", new JsonObject { ["appId"] = "one" });
        var code = await _core.CreateAsync(Email);

        foreach (var path in new[] { "/t1", "/appid-one" })
        {
            Assert.Equal("RESTART_FLOW_ERROR", Status(await _core.ConsumeAsync(code, path: path)));
            Assert.Equal("RESTART_FLOW_ERROR", Status(await _core.ConsumeLinkAsync(code, path: path)));
            Assert.Equal("RESTART_FLOW_ERROR", Status(await _core.ResendAsync(code, path: path)));
            Assert.Empty((await _core.GetAsync($"{path}/recipe/signinup/codes?email={Email}"))["devices"]!.AsArray());
            await _core.PostAsync($"{path}/recipe/signinup/codes/remove", new JsonObject { ["email"] = Email });
            await _core.PostAsync($"{path}/recipe/signinup/code/remove", new JsonObject { ["codeId"] = (string?)code["codeId"] });
            await _core.PostAsync($"{path}/recipe/signinup/code/remove", new JsonObject { ["preAuthSessionId"] = (string?)code["preAuthSessionId"] });
        }

        Assert.Equal("OK", Status(await _core.ConsumeAsync(code)));
    }

    [Fact]
    public async Task Tenants_have_users_of_their_own_with_one_address()
    {
        await _core.CreateTenantAsync("t1");
        var here = await _core.SignInUpAsync(Email);
        var there = await _core.SignInUpAsync(Email, "/t1");
        Assert.True((bool)there["createdNewUser"]!);
        Assert.NotEqual((string?)here["user"]!["id"], (string?)there["user"]!["id"]);
    }

    [Theory]
    [InlineData(" A@Example.com ", "a@example.com")]
    [InlineData("+36 30 123-4567", "+36301234567")]
    [InlineData(" 555 ", "555")]
    public async Task Addresses_are_kept_in_one_spelling(string given, string kept)
    {
        var first = await _core.SignInUpAsync(given);
        var again = await _core.SignInUpAsync(kept);
        Assert.Equal(kept, (string?)first["user"]!["loginMethods"]![0]![kept.Contains('@', StringComparison.Ordinal) ? "email" : "phoneNumber"]);
        Assert.False((bool)again["createdNewUser"]!);
    }

    [Theory]
    [InlineData("preAuthSessionId")]
    [InlineData("linkCode")]
    public async Task A_link_works_only_with_the_pre_auth_session_id_of_its_device(string swapped)
    {
        var one = await _core.CreateAsync(Email);
        var other = await _core.CreateAsync(Email);
        one[swapped] = other[swapped]!.DeepClone();
        Assert.Equal(
            (HttpStatusCode.BadRequest, "preAuthSessionId and deviceId doesn't match\n"),
            await _core.RawAsync("/recipe/signinup/code/consume", PasswordlessCore.LinkBody(one)));
        Assert.Equal("OK", Status(await _core.ConsumeAsync(other)));
    }

    [Fact]
    public async Task A_device_id_works_only_with_its_own_pre_auth_session_id_and_the_attempt_does_not_count()
    {
        var one = await _core.CreateAsync(Email);
        var other = await _core.CreateAsync(Email);
        var mixed = PasswordlessCore.InputBody(one);
        mixed["preAuthSessionId"] = (string?)other["preAuthSessionId"];
        Assert.Equal(
            (HttpStatusCode.BadRequest, "preAuthSessionId and deviceId doesn't match\n"),
            await _core.RawAsync("/recipe/signinup/code/consume", mixed));
        Assert.Equal(0, (int)(await _core.ConsumeAsync(one))["consumedDevice"]!["failedCodeInputAttemptCount"]!);
    }

    [Fact]
    public async Task Padding_of_codes_may_be_left_out_or_added()
    {
        var code = await _core.CreateAsync(Email);
        var body = PasswordlessCore.InputBody(code);
        body["deviceId"] = ((string)code["deviceId"]!).TrimEnd('=');
        body["preAuthSessionId"] = (string)code["preAuthSessionId"]! + "=";
        Assert.Equal("OK", Status(await _core.PostAsync("/recipe/signinup/code/check", body)));
        var link = PasswordlessCore.LinkBody(code);
        link["linkCode"] = (string)code["linkCode"]! + "=";
        Assert.Equal("OK", Status(await _core.PostAsync("/recipe/signinup/code/check", link)));
    }

    [Fact]
    public async Task The_lifetime_and_the_number_of_attempts_can_be_set_for_the_core_an_app_and_a_tenant()
    {
        var options = TestCore.DefaultOptions();
        options.CoreConfig = new CoreConfig { PasswordlessCodeLifetime = 1000, PasswordlessMaxCodeInputAttempts = 2 };
        using var core = new PasswordlessCore(options);
        await core.SendAsync(HttpMethod.Put, "/recipe/multitenancy/tenant/v2", new JsonObject
        {
            ["tenantId"] = "t1",
            ["coreConfig"] = new JsonObject { ["passwordless_code_lifetime"] = 5000, ["passwordless_max_code_input_attempts"] = 1 },
        });

        var code = await core.CreateAsync(Email);
        Assert.Equal(1000, (int)code["codeLifetime"]!);
        Assert.Equal(("INCORRECT_USER_INPUT_CODE_ERROR", 1, 2), Attempts(await core.ConsumeAsync(code, "wrong")));
        Assert.Equal("RESTART_FLOW_ERROR", Status(await core.ConsumeAsync(code, "wrong")));

        var ofTenant = await core.CreateAsync(Email, "/t1");
        Assert.Equal(5000, (int)ofTenant["codeLifetime"]!);
        Assert.Equal("RESTART_FLOW_ERROR", Status(await core.ConsumeAsync(ofTenant, "wrong", "/t1")));
    }

    [Theory]
    [InlineData("passwordless_code_lifetime", "0", "must be > 0")]
    [InlineData("passwordless_code_lifetime", "1.5", "must be of type long")]
    [InlineData("passwordless_code_lifetime", "1e300", "must be of type long")]
    [InlineData("passwordless_code_lifetime", "\"soon\"", "must be of type long")]
    [InlineData("passwordless_max_code_input_attempts", "-1", "must be > 0")]
    [InlineData("passwordless_max_code_input_attempts", "0.5", "must be of type int")]
    [InlineData("passwordless_max_code_input_attempts", "2147483648", "must be of type int")]
    [InlineData("passwordless_max_code_input_attempts", "[]", "must be of type int")]
    public async Task A_setting_that_would_make_no_sense_is_400_and_is_named(string name, string value, string rule) =>
        Assert.Equal(
            (HttpStatusCode.BadRequest, $"Invalid core config: '{name}' {rule}\n"),
            await _core.RawAsync(HttpMethod.Put, "/recipe/multitenancy/tenant/v2", $$$"""{"tenantId":"t1","coreConfig":{"{{{name}}}":{{{value}}}}}"""));

    [Fact]
    public async Task A_setting_may_be_sent_as_text_and_null_gives_back_the_cores_own()
    {
        await _core.RawAsync(HttpMethod.Put, "/recipe/multitenancy/tenant/v2", """{"tenantId":"t1","coreConfig":{"passwordless_code_lifetime":"5000"}}""");
        Assert.Equal(5000, (int)(await _core.CreateAsync(Email, "/t1"))["codeLifetime"]!);
        await _core.RawAsync(HttpMethod.Put, "/recipe/multitenancy/tenant/v2", """{"tenantId":"t1","coreConfig":{"passwordless_code_lifetime":null}}""");
        Assert.Equal(900_000, (int)(await _core.CreateAsync(Email, "/t1"))["codeLifetime"]!);
    }

    [Fact]
    public async Task An_old_interface_version_neither_verifies_the_e_mail_nor_shows_the_device()
    {
        var code = await _core.CreateAsync(Email);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/recipe/signinup/code/consume")
        {
            Content = new StringContent(PasswordlessCore.InputBody(code).ToJsonString()),
            Headers = { { "cdi-version", "3.0" } },
        };
        using var response = await _core.Client.SendAsync(request);
        var json = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal("createdNewUser,status,user", string.Join(',', json.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal)));
        Assert.Equal("email,id,tenantIds,timeJoined", string.Join(',', json["user"]!.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal)));
        Assert.False((bool)(await _core.GetAsync($"/recipe/user/email/verify?userId={json["user"]!["id"]}&email={Email}"))["isVerified"]!);
    }

    [Fact]
    public async Task Removing_a_user_ends_the_codes_on_their_way_to_its_addresses()
    {
        var user = (await _core.SignInUpAsync(Phone))["user"]!;
        var code = await _core.CreateAsync(Phone);
        await _core.PostAsync("/user/remove", new JsonObject { ["userId"] = (string?)user["id"] });
        Assert.Equal("RESTART_FLOW_ERROR", Status(await _core.ConsumeAsync(code)));
    }

    public void Dispose() => _core.Dispose();

    private static string? Status(JsonObject json) => (string?)json["status"];

    private static (string? Status, int Failed, int Maximum) Attempts(JsonObject json) =>
        (Status(json), (int?)json["failedCodeInputAttemptCount"] ?? -1, (int?)json["maximumCodeInputAttempts"] ?? -1);
}
