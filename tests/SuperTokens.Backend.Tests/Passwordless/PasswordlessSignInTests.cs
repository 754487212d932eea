using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Delivery;
using static SuperTokens.Backend.Recipes.Passwordless.PasswordlessApp;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>Rules of signing in with a code that the recordings do not show.</summary>
public sealed class PasswordlessSignInTests
{
    [Fact]
    public async Task Code_signs_up_and_then_in()
    {
        await using var app = await PasswordlessApp.StartAsync();
        var first = await app.TypeAsync(await app.BeginAsync(ByEmail()), app.Mail.Code!);
        var second = await app.TypeAsync(await app.BeginAsync(ByEmail()), app.Mail.Code!);

        Assert.Equal((true, false), ((bool)first.Json["createdNewRecipeUser"]!, (bool)second.Json["createdNewRecipeUser"]!));
        Assert.Equal((string?)first.Json["user"]!["id"], (string?)second.Json["user"]!["id"]);
        Assert.NotNull(first.AccessToken);
        Assert.NotNull(second.AccessToken);
    }

    [Theory]
    [InlineData("1.17", "createdNewRecipeUser,createdNewUser", false)]
    [InlineData("1.18", "createdNewRecipeUser", true)]
    [InlineData("2.0", "createdNewRecipeUser,createdNewUser", false)]
    [InlineData("3.0", "createdNewRecipeUser", true)]
    [InlineData("4.2", "createdNewRecipeUser", true)]
    public async Task User_has_the_shape_of_the_frontends_version(string fdiVersion, string flags, bool hasLoginMethods)
    {
        await using var app = await PasswordlessApp.StartAsync();
        var device = await app.BeginAsync(ByPhone());
        var answer = await app.TypeAsync(device, app.Sms.All[^1].Code!, fdiVersion: fdiVersion);
        Assert.Equal(["status", .. flags.Split(','), "user"], answer.Json.AsObject().Select(property => property.Key));
        Assert.All(flags.Split(','), flag => Assert.True((bool)answer.Json[flag]!));
        Assert.Equal(hasLoginMethods, answer.Json["user"]!["loginMethods"] is not null);
        Assert.Equal(Number, hasLoginMethods ? (string?)answer.Json["user"]!["phoneNumbers"]![0] : (string?)answer.Json["user"]!["phoneNumber"]);
    }

    [Fact]
    public async Task Code_expires_and_counts_as_a_try_and_its_link_has_to_begin_anew()
    {
        await using var app = await PasswordlessApp.StartAsync();
        var device = await app.BeginAsync(ByEmail());
        app.App.Time.Advance(app.Mail.CodeLifetime + TimeSpan.FromSeconds(1));

        var answer = await app.TypeAsync(device, app.Mail.Code!);

        Assert.Equal("""{"status":"EXPIRED_USER_INPUT_CODE_ERROR","failedCodeInputAttemptCount":1,"maximumCodeInputAttempts":5}""", answer.Text);
        Assert.Equal("""{"status":"RESTART_FLOW_ERROR"}""", (await app.OpenAsync(app.Mail.Link!)).Text);
    }

    [Fact]
    public async Task Too_many_wrong_codes_lock_the_attempt_and_a_new_one_is_free()
    {
        await using var app = await PasswordlessApp.StartAsync();
        var device = await app.BeginAsync(ByEmail());
        var code = app.Mail.Code!;
        for (var tries = 1; tries <= 4; tries++)
        {
            Assert.Equal($$"""{"status":"INCORRECT_USER_INPUT_CODE_ERROR","failedCodeInputAttemptCount":{{tries}},"maximumCodeInputAttempts":5}""", (await app.TypeAsync(device, "wrong")).Text);
        }

        Assert.Equal("RESTART_FLOW_ERROR", (await app.TypeAsync(device, "wrong")).Status);
        Assert.Equal("RESTART_FLOW_ERROR", (await app.TypeAsync(device, code)).Status);
        Assert.Equal("RESTART_FLOW_ERROR", (await app.ResendAsync(device)).Status);
        Assert.Equal("OK", (await app.TypeAsync(await app.BeginAsync(ByEmail()), app.Mail.Code!)).Status);
    }

    [Fact]
    public async Task Resend_gives_another_code_for_the_same_attempt_and_the_first_one_goes_on_working()
    {
        await using var app = await PasswordlessApp.StartAsync();
        var device = await app.BeginAsync(ByEmail());
        Assert.Equal("""{"status":"OK"}""", (await app.ResendAsync(device)).Text);

        var (first, second) = (app.Mails.Logins[0], app.Mails.Logins[1]);
        Assert.Equal((device.PreAuthSessionId, device.PreAuthSessionId), (first.PreAuthSessionId, second.PreAuthSessionId));
        Assert.Equal((false, true), (first.IsResend, second.IsResend));
        Assert.NotEqual(first.Code, second.Code);
        Assert.Equal("OK", (await app.TypeAsync(device, first.Code!)).Status);
        Assert.Equal("RESTART_FLOW_ERROR", (await app.TypeAsync(device, second.Code!)).Status);
    }

    [Theory]
    [InlineData("+1 (415) 555-8856", Number)]
    [InlineData("tel:+1-415-555-8856", Number)]
    public async Task Number_is_one_however_it_is_written(string typed, string sentTo)
    {
        await using var app = await PasswordlessApp.StartAsync();
        await app.TypeAsync(await app.BeginAsync(ByPhone()), app.Sms.All[^1].Code!);
        var again = await app.TypeAsync(await app.BeginAsync(ByPhone(typed)), app.Sms.All[^1].Code!);
        Assert.Equal(sentTo, app.Sms.All[^1].To);
        Assert.False((bool)again.Json["createdNewRecipeUser"]!);
        Assert.True((bool)(await app.GetAsync($"/auth/passwordless/phonenumber/exists?phoneNumber={Uri.EscapeDataString(typed)}")).Json["exists"]!);
    }

    [Theory]
    [InlineData("4155558856")]
    [InlineData("+1415555")]
    [InlineData("nobody")]
    public async Task Number_that_does_not_exist_is_told_to_the_person_and_nothing_is_sent(string number)
    {
        await using var app = await PasswordlessApp.StartAsync();
        Assert.Equal("""{"status":"GENERAL_ERROR","message":"Phone number is invalid"}""", (await app.PostAsync("/auth/signinup/code", ByPhone(number))).Text);
        Assert.Empty(app.Sms.All);
    }

    [Fact]
    public async Task Only_the_contact_that_is_wanted_is_taken()
    {
        await using var emails = await PasswordlessApp.StartAsync(options => options.ContactMethod = PasswordlessContactMethod.Email);
        var refused = await emails.PostAsync("/auth/signinup/code", ByPhone());
        Assert.Equal((HttpStatusCode.BadRequest, "Please provide an email since you have set the contactMethod to \"EMAIL\""), (refused.Code, refused.Message));
        await using var numbers = await PasswordlessApp.StartAsync(options => options.ContactMethod = PasswordlessContactMethod.Phone);
        refused = await numbers.PostAsync("/auth/signinup/code", ByEmail());
        Assert.Equal((HttpStatusCode.BadRequest, "Please provide a phoneNumber since you have set the contactMethod to \"PHONE\""), (refused.Code, refused.Message));
    }

    [Fact]
    public async Task Attempt_with_a_contact_that_is_not_wanted_any_more_has_to_begin_anew()
    {
        await using var app = await PasswordlessApp.StartAsync(options => options.ContactMethod = PasswordlessContactMethod.Email);
        var created = Assert.IsType<CreateCodeResult.Ok>(await app.Recipe.CreateCodeAsync("public", new PasswordlessContact.Phone(Number)));
        Assert.Equal("RESTART_FLOW_ERROR", (await app.ResendAsync(new Device(created.Code.DeviceId, created.Code.PreAuthSessionId))).Status);
        Assert.Empty(app.Sms.All);
    }

    [Theory]
    [InlineData(PasswordlessFlowType.UserInputCode, "USER_INPUT_CODE", true, false)]
    [InlineData(PasswordlessFlowType.MagicLink, "MAGIC_LINK", false, true)]
    [InlineData(PasswordlessFlowType.UserInputCodeAndMagicLink, "USER_INPUT_CODE_AND_MAGIC_LINK", true, true)]
    public async Task Message_holds_what_the_flow_type_says(PasswordlessFlowType flowType, string name, bool hasCode, bool hasLink)
    {
        await using var app = await PasswordlessApp.StartAsync(options => options.FlowType = flowType);
        var answer = await app.PostAsync("/auth/signinup/code", ByEmail());
        Assert.Equal(name, (string?)answer.Json["flowType"]);
        Assert.Equal((hasCode, hasLink), (app.Mail.Code is not null, app.Mail.Link is not null));
        await app.BeginAsync(ByPhone());
        Assert.Equal((hasCode, hasLink), (app.Sms.All[^1].Code is not null, app.Sms.All[^1].Link is not null));
    }

    [Fact]
    public async Task Custom_code_is_the_one_that_works()
    {
        await using var app = await PasswordlessApp.StartAsync(options => options.GetCustomUserInputCode = (tenantId, _) => ValueTask.FromResult($"{tenantId}-code"));
        var device = await app.BeginAsync(ByEmail());
        Assert.Equal("public-code", app.Mail.Code);
        Assert.Equal("OK", (await app.TypeAsync(device, "public-code")).Status);
    }

    [Fact]
    public async Task Custom_code_that_always_comes_out_the_same_cannot_be_sent_again()
    {
        var asked = 0;
        await using var app = await PasswordlessApp.StartAsync(options => options.GetCustomUserInputCode = (_, _) =>
        {
            asked++;
            return ValueTask.FromResult("same");
        });
        var device = await app.BeginAsync(ByEmail());

        Assert.Equal("""{"status":"GENERAL_ERROR","message":"Failed to generate a one time code. Please try again"}""", (await app.ResendAsync(device)).Text);

        Assert.Equal((4, 1), (asked, app.Mails.Logins.Count));
    }

    [Fact]
    public async Task Own_checks_take_the_place_of_the_default_ones()
    {
        await using var app = await PasswordlessApp.StartAsync(options =>
        {
            options.ValidateEmailAddress = (email, tenantId, _) => ValueTask.FromResult(email.EndsWith("@corp", StringComparison.Ordinal) ? null : $"Not at {tenantId}");
            options.ValidatePhoneNumber = (number, _, _) => ValueTask.FromResult<string?>(number == " 12 " ? null : "Not twelve");
        });
        Assert.Equal("Not at public", (await app.PostAsync("/auth/signinup/code", ByEmail())).Message);
        Assert.Equal("Not twelve", (await app.PostAsync("/auth/signinup/code", ByPhone())).Message);
        await app.BeginAsync(ByEmail(" ann@corp "));
        await app.BeginAsync(ByPhone(" 12 "));
        Assert.Equal(("ann@corp", "12"), (app.Mail.To, app.Sms.All[^1].To));
    }

    [Theory]
    [InlineData("email", "Email is invalid")]
    [InlineData("phoneNumber", "Phone number is invalid")]
    public async Task Own_check_cannot_let_in_what_no_core_can_keep_or_no_message_can_reach(string field, string message)
    {
        await using var app = await PasswordlessApp.StartAsync(options =>
        {
            options.ValidateEmailAddress = (_, _, _) => ValueTask.FromResult<string?>(null);
            options.ValidatePhoneNumber = (_, _, _) => ValueTask.FromResult<string?>(null);
        });
        foreach (var text in new[] { "", "  ", new string('a', 257), "a\0b", "a@b\r\nBcc: eve@example.com", "a\u2028b" })
        {
            Assert.Equal($$"""{"status":"GENERAL_ERROR","message":"{{message}}"}""", (await app.PostAsync("/auth/signinup/code", new() { [field] = text })).Text);
            var kind = field.ToLowerInvariant();
            Assert.False((bool)(await app.GetAsync($"/auth/passwordless/{kind}/exists?{field}={Uri.EscapeDataString(text)}")).Json["exists"]!);
        }

        Assert.Empty(app.Mails.Logins);
        Assert.Empty(app.Sms.All);
    }

    [Fact]
    public async Task Ids_that_no_attempt_has_are_no_failure()
    {
        await using var app = await PasswordlessApp.StartAsync();
        var one = await app.BeginAsync(ByEmail());
        var other = await app.BeginAsync(ByEmail("ben@example.com"));
        foreach (var (deviceId, preAuthSessionId) in new[]
        {
            ("x", one.PreAuthSessionId), ("", one.PreAuthSessionId), ("\0", one.PreAuthSessionId), (one.DeviceId, "\0"), (one.DeviceId, "x"), (other.DeviceId, one.PreAuthSessionId), (one.DeviceId + "=", one.PreAuthSessionId),
        })
        {
            Assert.Equal("""{"status":"RESTART_FLOW_ERROR"}""", (await app.TypeAsync(new Device(deviceId, preAuthSessionId), app.Mail.Code!)).Text);
        }

        foreach (var link in new[] { "x", "é", "\0", "a b" })
        {
            var answer = await app.PostAsync("/auth/signinup/code/consume", new JsonObject { ["preAuthSessionId"] = one.PreAuthSessionId, ["linkCode"] = link });
            Assert.Equal("""{"status":"RESTART_FLOW_ERROR"}""", answer.Text);
        }
    }

    [Fact]
    public async Task Older_path_asks_the_recipe_that_the_rid_names_and_else_the_one_added_first()
    {
        await using var app = await PasswordlessApp.StartAsync(setUp: builder => builder.AddEmailPassword());
        await app.TypeAsync(await app.BeginAsync(ByEmail()), app.Mail.Code!);
        const string path = "/auth/signup/email/exists?email=" + Email;
        Assert.True((bool)(await app.GetAsync(path, "passwordless")).Json["exists"]!);
        Assert.True((bool)(await app.GetAsync(path, "thirdpartypasswordless")).Json["exists"]!);
        Assert.False((bool)(await app.GetAsync(path, "emailpassword")).Json["exists"]!);
        Assert.True((bool)(await app.GetAsync(path)).Json["exists"]!);
    }

    [Fact]
    public async Task Magic_link_leads_to_the_websites_page_and_works_on_any_device()
    {
        await using var app = await PasswordlessApp.StartAsync();
        var device = await app.BeginAsync(ByEmail());
        Assert.StartsWith($"http://localhost:3000/auth/verify?preAuthSessionId={device.PreAuthSessionId}&tenantId=public#", app.Mail.Link, StringComparison.Ordinal);
        Assert.Equal("OK", (await app.OpenAsync(app.Mail.Link!)).Status);
        Assert.Equal("RESTART_FLOW_ERROR", (await app.OpenAsync(app.Mail.Link!)).Status);
    }

    [Fact]
    public async Task Sender_of_this_recipe_takes_the_place_of_the_apps()
    {
        var own = new KeptSms();
        await using var app = await PasswordlessApp.StartAsync(setUp: builder => builder.Services.AddKeyedSingleton<ISmsSender>("passwordless", own));
        await app.BeginAsync(ByPhone());
        Assert.Empty(app.Sms.All);
        Assert.Single(own.All);
    }
}
