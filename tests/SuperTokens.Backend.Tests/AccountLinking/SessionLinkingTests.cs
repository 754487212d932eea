using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>Adding a login method to the user of one's session.</summary>
public sealed class SessionLinkingTests
{
    private const string Ann = "ann@example.com";
    private const string Work = "ann@work.example.com";

    [Theory]
    [InlineData(true, "4.2")]
    [InlineData(null, "3.0")]
    public async Task A_sign_up_with_a_session_adds_to_its_user_and_keeps_the_session(bool? link, string fdiVersion)
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        using var browser = app.Passwords.App.CreateClient();
        var first = await app.Passwords.PostAsync("/auth/signup", EmailPasswordApp.Form(Ann), client: browser);
        var form = EmailPasswordApp.Form(Work);
        if (link is not null)
        {
            form[LinkingApp.Flag] = link;
        }

        var second = await app.Passwords.PostAsync("/auth/signup", form, fdiVersion, browser);

        Assert.Equal("OK", second.Status);
        Assert.False(second.SetsCookies);
        Assert.Equal((string)first.Json["user"]!["id"]!, (string)second.Json["user"]!["id"]!);
        Assert.Equal(2, second.Json["user"]!["loginMethods"]!.AsArray().Count);
        Assert.Equal((await app.UserOfAsync(Ann)).Id, (await app.UserOfAsync(Work)).Id);
    }

    [Fact]
    public async Task Adding_a_login_method_reads_the_session_s_user_before_and_not_after()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        var browser = await app.SignUpAsync(Ann);
        app.CoreCalls.Clear();

        Assert.Equal("OK", (await LinkingApp.SignUpAsync(browser, Work, link: true)).Status);

        var calls = app.CoreCalls.Calls.ToList();
        Assert.Equal("POST /recipe/accountlinking/user/link", calls.Last(call => call != "POST /recipe/session/verify"));
        Assert.InRange(calls.Count(call => call == "GET /user/id"), 1, 2);
    }

    [Fact]
    public async Task Without_the_wish_a_sign_up_with_a_session_is_somebody_elses()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        var browser = await app.SignUpAsync(Ann);
        var ann = await LinkingApp.MeAsync(browser);

        await LinkingApp.SignUpAsync(browser, Work, link: false);

        Assert.NotEqual(ann.UserId, (await LinkingApp.MeAsync(browser)).UserId);
        Assert.NotEqual((await app.UserOfAsync(Ann)).Id, (await app.UserOfAsync(Work)).Id);
    }

    [Fact]
    public async Task A_login_method_that_exists_is_added_by_signing_in_with_it()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        await app.SignUpPastTheRulesAsync(Work);
        var browser = await app.SignUpAsync(Ann);

        Assert.Equal("WRONG_CREDENTIALS_ERROR", (await LinkingApp.SendAsync(browser, "/auth/signin", Wish(Work, "Wr0ngPassw0rd"))).Status);
        Assert.NotEqual((await app.UserOfAsync(Ann)).Id, (await app.UserOfAsync(Work)).Id);
        Assert.Equal("OK", (await LinkingApp.SignInAsync(browser, Work, link: true)).Status);

        Assert.Equal((await app.UserOfAsync(Ann)).Id, (await app.UserOfAsync(Work)).Id);

        // Again: it is the session's user who signs in.
        Assert.Equal("OK", (await LinkingApp.SignInAsync(browser, Work, link: true)).Status);
    }

    [Fact]
    public async Task The_sessions_user_must_verify_the_address_first()
    {
        await using var app = await LinkingApp.StartAsync();
        var browser = await app.SignUpAsync(Ann);

        var refused = await LinkingApp.SignUpAsync(browser, Work, link: true);
        await app.VerifyAsync(browser);

        Assert.Equal(403, refused.Code);
        Assert.Equal("st-ev", (string)refused.Json["claimValidationErrors"]![0]!["id"]!);
        Assert.Empty(await app.Users.ListUsersByAccountInfoAsync("public", new AccountInfo { Email = Work }));
        Assert.True((await app.UserOfAsync(Ann)).IsPrimaryUser);
    }

    [Fact]
    public async Task A_claim_that_is_outdated_is_corrected_when_verification_is_asked_for()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: null, builder => builder.AddAccountLinking(options => options.ShouldDoAutomaticAccountLinking = (question, _) =>
            new(question.Session is null ? new LinkingDecision.DoNotLink() : new LinkingDecision.Link())));
        var browser = await app.SignUpAsync(Ann);
        await app.VerifyAsync(browser);
        Assert.True((bool)browser.Payload["st-ev"]!["v"]!);
        var id = (await app.UserOfAsync(Ann)).LoginMethods[0].RecipeUserId;
        await app.Services.GetRequiredService<EmailVerification.EmailVerifications>().UnverifyAsync(id);

        var refused = await LinkingApp.SignUpAsync(browser, Work, link: true);

        Assert.Equal(403, refused.Code);
        Assert.False((bool)browser.Payload["st-ev"]!["v"]!);
    }

    [Fact]
    public async Task An_address_that_is_not_verified_is_not_added()
    {
        await using var app = await LinkingApp.StartAsync();
        var browser = await app.SignUpAsync(Ann);
        await app.VerifyAsync(browser);

        var answer = await LinkingApp.SignUpAsync(browser, Work, link: true);

        Assert.Equal("SIGN_UP_NOT_ALLOWED", answer.Status);
        Assert.EndsWith("(ERR_CODE_013)", answer.Reason, StringComparison.Ordinal);
        Assert.EndsWith("(ERR_CODE_009)", (await LinkingApp.SignInAsync(browser, Work, link: true)).Reason, StringComparison.Ordinal);
        Assert.NotEqual((await app.UserOfAsync(Ann)).Id, (await app.UserOfAsync(Work)).Id);
    }

    [Fact]
    public async Task A_password_is_added_for_the_address_the_sessions_user_has_verified()
    {
        await using var app = await LinkingApp.StartAsync();
        var primary = await app.CreatePasswordlessPrimaryUserAsync(Ann);
        var browser = await SessionOfAsync(app, primary);

        var answer = await LinkingApp.SignUpAsync(browser, Ann, link: true);

        Assert.Equal("OK", answer.Status);
        var (user, method) = await app.LoginOfAsync(Ann, "emailpassword");
        Assert.Equal(primary.Id, user.Id);
        Assert.True(method.Verified);
    }

    [Fact]
    public async Task What_belongs_to_another_user_is_not_added()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        var browser = await app.SignUpAsync(Ann);

        // Bob's own primary user.
        await app.SignUpAsync("bob@example.com");
        var linked = await LinkingApp.SignInAsync(browser, "bob@example.com", link: true);

        // A password for the address of a primary user without one.
        await app.CreatePasswordlessPrimaryUserAsync("cem@example.com");
        var taken = await LinkingApp.SignUpAsync(browser, "cem@example.com", link: true);

        Assert.EndsWith("(ERR_CODE_010)", linked.Reason, StringComparison.Ordinal);
        Assert.EndsWith("(ERR_CODE_015)", taken.Reason, StringComparison.Ordinal);
        Assert.Single((await app.UserOfAsync(Ann)).LoginMethods);
    }

    [Fact]
    public async Task A_user_whose_address_another_primary_user_has_gets_nothing_added()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        var browser = await app.SignUpPastTheRulesAsync(Ann);
        await app.CreatePasswordlessPrimaryUserAsync(Ann);
        await app.SignUpPastTheRulesAsync(Work);

        Assert.EndsWith("(ERR_CODE_016)", (await LinkingApp.SignUpAsync(browser, "new@example.com", link: true)).Reason, StringComparison.Ordinal);
        Assert.EndsWith("(ERR_CODE_012)", (await LinkingApp.SignInAsync(browser, Work, link: true)).Reason, StringComparison.Ordinal);
        Assert.Empty(await app.Users.ListUsersByAccountInfoAsync("public", new AccountInfo { Email = "new@example.com" }));
    }

    [Fact]
    public async Task The_wish_to_link_is_refused_where_the_app_does_not_want_it()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: null, builder => builder.AddAccountLinking(options =>
            options.ShouldDoAutomaticAccountLinking = (_, _) => new(new LinkingDecision.DoNotLink())));
        var browser = await app.SignUpAsync(Ann);

        var answer = await LinkingApp.SignUpAsync(browser, Work, link: true);

        Assert.Equal(400, answer.Code);
        Assert.Equal(
            "shouldDoAutomaticAccountLinking returned false when making the session user primary but shouldTryLinkingWithSessionUser is true",
            (string?)answer.Json["message"]);
    }

    [Fact]
    public async Task A_session_whose_user_is_gone_adds_nothing()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        var browser = await app.SignUpAsync(Ann);
        await app.Users.DeleteUserAsync((await app.UserOfAsync(Ann)).Id);

        Assert.Equal(401, (await LinkingApp.SignUpAsync(browser, Work, link: true)).Code);
        Assert.Empty(await app.Users.ListUsersByAccountInfoAsync("public", new AccountInfo { Email = Work }));
    }

    [Fact]
    public async Task Where_no_address_can_be_verified_the_wish_to_link_is_refused_with_its_code()
    {
        await using var app = await EmailPasswordApp.StartAsync(builder => builder.AddAccountLinking(options => options.Automatic = true));
        using var browser = app.App.CreateClient();
        await app.PostAsync("/auth/signup", EmailPasswordApp.Form(Ann), client: browser);

        var answer = await app.PostAsync("/auth/signup", Wish(Work, EmailPasswordApp.Password), client: browser);

        Assert.Equal("SIGN_UP_NOT_ALLOWED", answer.Status);
        Assert.EndsWith("(ERR_CODE_013)", (string)answer.Json["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_for_a_code_leaves_the_sessions_user_as_they_are()
    {
        await using var app = await LinkingApp.StartAsync(setUp: builder => builder.AddPasswordless());
        var browser = await app.SignUpAsync(Ann);

        var answer = await LinkingApp.SendAsync(browser, "/auth/signinup/code", new JsonObject { ["email"] = Work, [LinkingApp.Flag] = true });

        Assert.Equal("OK", answer.Status);
        Assert.False((await app.UserOfAsync(Ann)).IsPrimaryUser);
    }

    private static JsonObject Wish(string email, string password)
    {
        var form = EmailPasswordApp.Form(email, password);
        form[LinkingApp.Flag] = true;
        return form;
    }

    private static async Task<Frontend> SessionOfAsync(LinkingApp app, User user)
    {
        var session = await app.Services.GetRequiredService<ISessions>().CreateAsync(new NewSession(user.LoginMethods[0].RecipeUserId) { UserId = user.Id }, disableAntiCsrf: true);
        var browser = app.Browser();
        browser.AccessToken = session.AccessToken;
        return browser;
    }
}
