using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

public sealed class AutomaticLinkingTests
{
    private const string Ann = "ann@example.com";

    [Fact]
    public async Task Who_verifies_the_address_becomes_a_primary_user_and_keeps_the_session()
    {
        await using var app = await LinkingApp.StartAsync();
        var browser = await app.SignUpAsync(Ann);
        var before = await LinkingApp.MeAsync(browser);
        Assert.False((await app.UserOfAsync(Ann)).IsPrimaryUser);

        await app.VerifyAsync(browser);

        var user = await app.UserOfAsync(Ann);
        Assert.True(user.IsPrimaryUser);
        Assert.Equal(before, await LinkingApp.MeAsync(browser));
        Assert.True((bool)browser.Payload["st-ev"]!["v"]!);
    }

    [Fact]
    public async Task Without_the_need_to_verify_a_sign_up_makes_a_primary_user()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);

        var answer = await LinkingApp.SignUpAsync(app.Browser(), Ann);

        Assert.True((bool)answer.Json["user"]!["isPrimaryUser"]!);
    }

    [Fact]
    public async Task Without_the_need_to_verify_a_sign_up_joins_the_user_with_the_same_address()
    {
        var linked = new List<(User User, LoginMethod Method)>();
        await using var app = await LinkingApp.StartAsync(requireVerification: false, builder => builder.AddAccountLinking(options => options.OnAccountLinked = (user, method, _) =>
        {
            linked.Add((user, method));
            return Task.CompletedTask;
        }));
        var older = await app.CreatePasswordlessUserAsync(Ann);

        var browser = await app.SignUpAsync(Ann);

        var (user, method) = Assert.Single(linked);
        Assert.Equal(older.Id, user.Id);
        Assert.Equal((older.Id, method.RecipeUserId.Value), await LinkingApp.MeAsync(browser));
        Assert.Equal("emailpassword", method.RecipeId);

        // The passwordless login method has proved the address.
        Assert.True(method.Verified);
        Assert.True((bool)browser.Payload["st-ev"]!["v"]!);
    }

    [Fact]
    public async Task Verifying_joins_the_primary_user_with_the_same_address_and_the_session_becomes_theirs()
    {
        await using var app = await LinkingApp.StartAsync();
        var browser = await app.SignUpAsync(Ann);
        var (before, login) = await LinkingApp.MeAsync(browser);
        var handle = (string)browser.Payload["sessionHandle"]!;

        // Asked for in time: beside a primary user with the address no mail is sent any more.
        Assert.Equal("OK", (await LinkingApp.SendAsync(browser, "/auth/user/email/verify/token")).Status);
        var primary = await app.CreatePasswordlessPrimaryUserAsync(Ann);

        var body = new JsonObject { ["method"] = "token", ["token"] = app.Mails.VerificationToken };
        Assert.Equal("OK", (await LinkingApp.SendAsync(browser, "/auth/user/email/verify", body)).Status);

        Assert.NotEqual(before, primary.Id);
        Assert.Equal((primary.Id, login), await LinkingApp.MeAsync(browser));
        Assert.NotEqual(handle, (string)browser.Payload["sessionHandle"]!);
        Assert.Equal(2, (await app.Users.GetUserAsync(login))!.LoginMethods.Length);
    }

    [Theory]
    [InlineData("POST", "/auth/user/email/verify/token")]
    [InlineData("GET", "/auth/user/email/verify")]
    public async Task A_session_that_linking_ended_has_to_sign_in_again(string method, string path)
    {
        await using var app = await LinkingApp.StartAsync();
        var primary = await app.CreatePasswordlessPrimaryUserAsync(Ann);
        var browser = await app.SignUpPastTheRulesAsync(Ann);
        var (_, login) = await LinkingApp.MeAsync(browser);
        Assert.IsType<LinkAccountsResult.Ok>(await app.Linking.LinkAccountsAsync(new RecipeUserId(login), primary.Id));

        using var answer = await browser.SendAsync(new HttpMethod(method), path);

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Null(browser.AccessToken);
    }

    [Theory]
    [InlineData("POST", "/auth/user/email/verify/token")]
    [InlineData("GET", "/auth/user/email/verify")]
    public async Task A_session_that_lives_learns_that_its_user_has_another_id(string method, string path)
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        var primary = await app.CreatePasswordlessPrimaryUserAsync(Ann);
        var browser = await app.SignUpAsync(Ann);
        var (before, login) = await LinkingApp.MeAsync(browser);
        Assert.Equal(primary.Id, before);
        Assert.IsType<CreateUserIdMappingResult.Ok>(await app.Users.CreateUserIdMappingAsync(before, "ann-1", force: true));

        using var answer = await browser.SendAsync(new HttpMethod(method), path);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(("ann-1", login), await LinkingApp.MeAsync(browser));
    }

    [Fact]
    public async Task Signing_in_links_who_signed_up_before_the_app_linked_accounts()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        var browser = await app.SignUpPastTheRulesAsync(Ann);
        var (_, login) = await LinkingApp.MeAsync(browser);
        var older = await app.CreatePasswordlessPrimaryUserAsync(Ann);

        var answer = await LinkingApp.SignInAsync(app.Browser(), Ann);

        Assert.Equal(older.Id, (string)answer.Json["user"]!["id"]!);
        Assert.Equal(older.Id, (await app.Users.GetUserAsync(login))!.Id);
    }

    [Fact]
    public async Task The_app_decides_case_by_case()
    {
        var asked = new List<LinkingQuestion>();
        await using var app = await LinkingApp.StartAsync(requireVerification: null, builder => builder.AddAccountLinking(options => options.ShouldDoAutomaticAccountLinking = (question, _) =>
        {
            asked.Add(question);
            return new(question.NewAccount.AccountInfo.Email!.EndsWith("@staff.example.com", StringComparison.Ordinal) ? new LinkingDecision.Link(RequireVerification: false) : new LinkingDecision.DoNotLink());
        }));

        var staff = await LinkingApp.SignUpAsync(app.Browser(), "ann@staff.example.com");
        var guest = await LinkingApp.SignUpAsync(app.Browser(), Ann);

        Assert.True((bool)staff.Json["user"]!["isPrimaryUser"]!);
        Assert.False((bool)guest.Json["user"]!["isPrimaryUser"]!);
        Assert.All(asked, question => Assert.Equal(("emailpassword", "public", null, null), (question.NewAccount.RecipeId, question.TenantId, question.User, question.Session)));
    }

    [Fact]
    public async Task An_override_of_linking_takes_effect_when_linking_is_automatic()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false, builder => builder.Override<IAccountLinkingRecipe, NoPrimaryUsers>());

        var answer = await LinkingApp.SignUpAsync(app.Browser(), Ann);

        Assert.Equal("OK", answer.Status);
        Assert.False((bool)answer.Json["user"]!["isPrimaryUser"]!);
    }

    private sealed class NoPrimaryUsers(IAccountLinkingRecipe inner) : DelegatingAccountLinkingRecipe(inner)
    {
        public override Task<User> CreatePrimaryUserIdOrLinkAccountsAsync(
            string tenantId, User user, Session.SessionContainer? session = null, CancellationToken cancellationToken = default) => Task.FromResult(user);
    }
}
