using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;
using SuperTokens.Testing;
using static SuperTokens.Backend.Recipes.Passwordless.PasswordlessApp;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What an application calls itself, and what it overrides.</summary>
public sealed class PasswordlessFunctionTests
{
    [Fact]
    public async Task Sign_in_up_needs_no_message_and_tells_a_new_user_from_a_known_one()
    {
        await using var app = await PasswordlessApp.StartAsync();
        var logins = app.App.Services.GetRequiredService<PasswordlessLogins>();
        var first = Assert.IsType<SignInUpResult.Ok>(await logins.SignInUpAsync("public", new PasswordlessContact.Phone(Number)));
        var second = Assert.IsType<SignInUpResult.Ok>(await logins.SignInUpAsync("public", new PasswordlessContact.Phone(Number)));
        Assert.Equal((true, false, first.User.Id), (first.CreatedNewRecipeUser, second.CreatedNewRecipeUser, second.User.Id));
        Assert.Empty(app.Sms.All);
    }

    [Fact]
    public async Task Magic_link_that_the_app_makes_signs_in()
    {
        await using var app = await PasswordlessApp.StartAsync(options => options.FlowType = PasswordlessFlowType.MagicLink);
        var link = await app.App.Services.GetRequiredService<PasswordlessLogins>().CreateMagicLinkAsync("public", new PasswordlessContact.Email(Email));
        Assert.Equal("OK", (await app.OpenAsync(link)).Status);
    }

    [Fact]
    public async Task Code_can_be_checked_without_being_used()
    {
        await using var app = await PasswordlessApp.StartAsync();
        var code = await CreateAsync(app);
        var typed = new SubmittedCode.UserInput(code.PreAuthSessionId, code.DeviceId, code.UserInputCode);
        Assert.Equal(new PasswordlessContact.Email(Email), Assert.IsType<CheckCodeResult.Ok>(await app.Recipe.CheckCodeAsync("public", typed)).Device.Contact);
        Assert.IsType<CheckCodeResult.Ok>(await app.Recipe.CheckCodeAsync("public", new SubmittedCode.Link(code.PreAuthSessionId, code.LinkCode)));
        var wrong = new SubmittedCode.UserInput(code.PreAuthSessionId, code.DeviceId, "wrong");
        Assert.Equal(new CheckCodeResult.IncorrectUserInputCode(1, 5), await app.Recipe.CheckCodeAsync("public", wrong));
        Assert.IsType<ConsumeCodeResult.Ok>(await app.Recipe.ConsumeCodeAsync("public", typed));
        Assert.IsType<CheckCodeResult.RestartFlow>(await app.Recipe.CheckCodeAsync("public", typed));
    }

    [Fact]
    public async Task Codes_are_listed_without_their_secrets_and_revoked_one_by_one_or_together()
    {
        await using var app = await PasswordlessApp.StartAsync();
        var code = await CreateAsync(app);
        var again = Assert.IsType<CreateNewCodeForDeviceResult.Ok>(await app.Recipe.CreateNewCodeForDeviceAsync("public", code.DeviceId)).Code;
        var device = await app.Recipe.ListCodesByDeviceIdAsync("public", code.DeviceId);
        Assert.Equal([code.CodeId, again.CodeId], device!.Codes.Select(one => one.CodeId));
        Assert.Equal(code.CodeLifetime, device.Codes[0].CodeLifetime);
        Assert.Equal(device.PreAuthSessionId, Assert.Single(await app.Recipe.ListCodesByEmailAsync("public", Email)).PreAuthSessionId);
        Assert.Empty(await app.Recipe.ListCodesByPhoneNumberAsync("public", Number));

        await app.Recipe.RevokeCodeAsync("public", code.CodeId);
        Assert.Equal([again.CodeId], (await app.Recipe.ListCodesByPreAuthSessionIdAsync("public", code.PreAuthSessionId))!.Codes.Select(one => one.CodeId));
        await app.Recipe.RevokeCodesByPreAuthSessionIdAsync("public", code.PreAuthSessionId);
        Assert.Null(await app.Recipe.ListCodesByPreAuthSessionIdAsync("public", code.PreAuthSessionId));

        await CreateAsync(app);
        await CreateAsync(app);
        Assert.Equal(2, (await app.Recipe.ListCodesByEmailAsync("public", Email)).Length);
        await app.Recipe.RevokeAllCodesAsync("public", new PasswordlessContact.Email(Email));
        Assert.Empty(await app.Recipe.ListCodesByEmailAsync("public", Email));
    }

    [Fact]
    public async Task User_gets_another_address_or_number_unless_somebody_has_it()
    {
        await using var app = await PasswordlessApp.StartAsync();
        var id = await SignUpAsync(app, new PasswordlessContact.Email(Email));
        await SignUpAsync(app, new PasswordlessContact.Email("ben@example.com"));
        await SignUpAsync(app, new PasswordlessContact.Phone(Number));
        Assert.IsType<UpdatePasswordlessUserResult.EmailAlreadyExists>(await app.Recipe.UpdateUserAsync(new(id) { Email = "ben@example.com" }));
        Assert.IsType<UpdatePasswordlessUserResult.PhoneNumberAlreadyExists>(await app.Recipe.UpdateUserAsync(new(id) { PhoneNumber = Number }));
        Assert.IsType<UpdatePasswordlessUserResult.UnknownUserId>(await app.Recipe.UpdateUserAsync(new(new RecipeUserId("nobody")) { Email = "new@example.com" }));
        Assert.IsType<UpdatePasswordlessUserResult.UnknownUserId>(await app.Recipe.UpdateUserAsync(new(new RecipeUserId("nobody")) { PhoneNumber = "+14155558857" }));

        Assert.IsType<UpdatePasswordlessUserResult.Ok>(await app.Recipe.UpdateUserAsync(new(id) { PhoneNumber = "+14155558857", RemoveEmail = true }));

        var method = Assert.Single((await app.App.Services.GetRequiredService<IUserDirectory>().GetUserAsync(id.Value))!.LoginMethods);
        Assert.Equal((null, "+14155558857"), (method.Email, method.PhoneNumber));
    }

    [Fact]
    public async Task App_sends_messages_the_way_the_recipe_does()
    {
        await using var app = await PasswordlessApp.StartAsync();
        var logins = app.App.Services.GetRequiredService<PasswordlessLogins>();
        await logins.SendEmailAsync(new PasswordlessLoginEmail(Email, "public", "p1", TimeSpan.FromMinutes(1)) { Code = "1" });
        await logins.SendSmsAsync(new PasswordlessLoginSms(Number, "public", "p1", TimeSpan.FromMinutes(1)) { Code = "2" });
        Assert.Equal(("1", "2"), (app.Mail.Code, app.Sms.All[^1].Code));
    }

    [Fact]
    public async Task Overrides_of_recipe_and_API_take_effect()
    {
        await using var app = await PasswordlessApp.StartAsync(
            setUp: builder => builder.Override<IPasswordlessRecipe, FixedCodes>().Override<IPasswordlessApi, NobodyExists>());
        var device = await app.BeginAsync(ByEmail());
        Assert.Equal("4711", app.Mail.Code);
        Assert.Equal("OK", (await app.TypeAsync(device, "4711")).Status);
        Assert.Equal("""{"status":"GENERAL_ERROR","message":"We do not tell"}""", (await app.GetAsync($"/auth/passwordless/email/exists?email={Email}")).Text);
    }

    [Theory]
    [InlineData("ContactMethod", "7", "SuperTokens:Passwordless:ContactMethod is '7'. Use Email, Phone or EmailOrPhone.")]
    [InlineData("FlowType", "7", "SuperTokens:Passwordless:FlowType is '7'. Use UserInputCode, MagicLink or UserInputCodeAndMagicLink.")]
    public async Task Wrong_setting_is_reported_by_name(string name, string value, string message)
    {
        await using var provider = Configured((name, value));
        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<PasswordlessOptions>>().Value);
        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public async Task Settings_are_read_from_the_configuration()
    {
        await using var provider = Configured(("ContactMethod", "EmailOrPhone"), ("FlowType", "MagicLink"));
        var options = provider.GetRequiredService<IOptions<PasswordlessOptions>>().Value;
        Assert.Equal((PasswordlessContactMethod.EmailOrPhone, PasswordlessFlowType.MagicLink), (options.ContactMethod, options.FlowType));
        Assert.Equal(["link-email", "link-phone"], provider.GetRequiredService<PasswordlessFactors>().FirstFactors.AsEnumerable());
    }

    [Fact]
    public async Task App_that_takes_addresses_alone_needs_no_way_to_send_SMS()
    {
        await using var emails = await TestApp.StartAsync(new StubCore(), builder => builder.AddPasswordless());
        Assert.Contains(emails.Log.Lines, line => line.Contains("SuperTokens:Smtp", StringComparison.Ordinal));
        Assert.DoesNotContain(emails.Log.Lines, line => line.Contains("SuperTokens:Twilio", StringComparison.Ordinal));
        await using var numbers = await TestApp.StartAsync(new StubCore(), builder => builder.AddPasswordless(options => options.ContactMethod = PasswordlessContactMethod.Phone));
        Assert.DoesNotContain(numbers.Log.Lines, line => line.Contains("SuperTokens:Smtp", StringComparison.Ordinal));
        Assert.Contains(numbers.Log.Lines, line => line.Contains("SuperTokens:Twilio", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_that_holds_a_secret_shows_it_when_written_to_a_log()
    {
        var code = new PasswordlessCode
        {
            PreAuthSessionId = "p1",
            CodeId = "c1",
            DeviceId = "secret",
            UserInputCode = "secret",
            LinkCode = "secret",
            TimeCreated = 1,
            CodeLifetime = TimeSpan.FromMinutes(15),
        };
        object[] all =
        [
            code, new CreateCodeResult.Ok(code), new CreateCodeApiResult.Ok("secret", "p1", PasswordlessFlowType.UserInputCode), new SubmittedCode.UserInput("p1", "secret", "secret"), new SubmittedCode.Link("p1", "secret"),
            new PasswordlessContact.Email("secret"), new PasswordlessContact.Phone("secret"),
            new UpdatePasswordlessUserInput(new RecipeUserId("u1")) { Email = "secret", PhoneNumber = "secret" },
            new PasswordlessResendCodeInput { DeviceId = "secret", PreAuthSessionId = "p1", TenantId = "public" },
            new PasswordlessConsumeCodeInput { Code = new SubmittedCode.Link("p1", "secret"), TenantId = "public" },
            new PasswordlessCreateCodeInput { Contact = new PasswordlessContact.Email("secret"), TenantId = "public" },
        ];
        Assert.All(all, one => Assert.DoesNotContain("secret", one.ToString(), StringComparison.Ordinal));
    }

    private static ServiceProvider Configured(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["SuperTokens:AppInfo:AppName"] = "Test App",
            ["SuperTokens:AppInfo:ApiDomain"] = "http://localhost:4000",
            ["SuperTokens:AppInfo:WebsiteDomain"] = "http://localhost:3000",
        };
        foreach (var (name, value) in settings)
        {
            all[$"SuperTokens:Passwordless:{name}"] = value;
        }

        var services = new ServiceCollection();
        services.AddSuperTokens(new ConfigurationBuilder().AddInMemoryCollection(all).Build().GetSection("SuperTokens")).AddPasswordless();
        return services.BuildServiceProvider();
    }

    private static async Task<PasswordlessCode> CreateAsync(PasswordlessApp app)
        => Assert.IsType<CreateCodeResult.Ok>(await app.Recipe.CreateCodeAsync("public", new PasswordlessContact.Email(Email))).Code;

    private static async Task<RecipeUserId> SignUpAsync(PasswordlessApp app, PasswordlessContact contact)
        => Assert.IsType<SignInUpResult.Ok>(await app.App.Services.GetRequiredService<PasswordlessLogins>().SignInUpAsync("public", contact)).RecipeUserId;

    private sealed class FixedCodes(IPasswordlessRecipe original) : DelegatingPasswordlessRecipe(original)
    {
        public override Task<CreateCodeResult> CreateCodeAsync(
            string tenantId,
            PasswordlessContact contact,
            string? userInputCode = null,
            SessionContainer? session = null,
            bool? shouldTryLinkingWithSessionUser = null,
            CancellationToken cancellationToken = default)
            => base.CreateCodeAsync(tenantId, contact, "4711", session, shouldTryLinkingWithSessionUser, cancellationToken);
    }

    private sealed class NobodyExists(IPasswordlessApi original) : DelegatingPasswordlessApi(original)
    {
        public override Task<PasswordlessEmailExistsApiResult> EmailExistsAsync(string email, ApiContext context, CancellationToken cancellationToken = default)
            => Task.FromResult<PasswordlessEmailExistsApiResult>(new PasswordlessEmailExistsApiResult.GeneralError("We do not tell"));
    }
}
