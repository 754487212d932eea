using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>What a stranger could abuse: linking never joins an unverified address to somebody's account.</summary>
public sealed class LinkingSecurityTests
{
    private const string Victim = "victim@example.com";

    [Fact]
    public async Task An_attacker_who_signed_up_first_with_the_victims_address_gets_nothing_of_the_victims_account()
    {
        await using var app = await LinkingApp.StartAsync();
        var attacker = await app.SignUpAsync(Victim);
        var (attackersUser, _) = await LinkingApp.MeAsync(attacker);

        // However the victim came to an account, linking it is tried at every sign-in.
        var victim = await app.CreatePasswordlessUserAsync(Victim);
        var afterwards = await app.Linking.CreatePrimaryUserIdOrLinkAccountsAsync("public", victim);

        Assert.Equal(victim.Id, afterwards.Id);
        Assert.Single(afterwards.LoginMethods);
        Assert.Equal("SIGN_IN_NOT_ALLOWED", (await LinkingApp.SignInAsync(app.Browser(), Victim)).Status);
        Assert.Equal(attackersUser, (await LinkingApp.MeAsync(attacker)).UserId);
        Assert.Single((await app.UserOfAsync(Victim)).LoginMethods);
    }

    [Fact]
    public async Task An_attacker_who_comes_second_with_the_victims_address_gets_nothing_of_the_victims_account()
    {
        await using var app = await LinkingApp.StartAsync();
        var victim = await app.CreatePasswordlessPrimaryUserAsync(Victim);

        var signUp = await LinkingApp.SignUpAsync(app.Browser(), Victim);
        var browser = await app.SignUpPastTheRulesAsync(Victim);
        var signIn = await LinkingApp.SignInAsync(app.Browser(), Victim);

        Assert.Equal("SIGN_UP_NOT_ALLOWED", signUp.Status);
        Assert.Equal("SIGN_IN_NOT_ALLOWED", signIn.Status);
        Assert.NotEqual(victim.Id, (await LinkingApp.MeAsync(browser)).UserId);
        Assert.Single((await app.Users.GetUserAsync(victim.Id))!.LoginMethods);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Linking_joins_what_is_verified_on_both_sides_and_nothing_else(bool isOlderVerified, bool isNewerVerified)
    {
        await using var app = await LinkingApp.StartAsync();
        await using var lenient = await LinkingApp.StartAsync(requireVerification: false);

        Assert.Equal(isOlderVerified && isNewerVerified, await LinksAsync(app, isOlderVerified, isNewerVerified));

        // Documented: without verification, whoever has the address first and last share the account.
        Assert.True(await LinksAsync(lenient, isOlderVerified, isNewerVerified));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_verified_login_method_joins_a_primary_user_who_proved_nothing_only_if_the_app_believes_them(bool requireBothSides, bool links)
    {
        await using var app = await LinkingApp.StartAsync(setUp: builder => builder.AddAccountLinking(options => options.RequireVerificationOnBothSides = requireBothSides));
        await app.SignUpPastTheRulesAsync(Victim);
        var taken = await app.UserOfAsync(Victim);
        Assert.IsType<CreatePrimaryUserResult.Ok>(await app.Linking.CreatePrimaryUserAsync(taken.LoginMethods[0].RecipeUserId));
        var owner = await app.CreatePasswordlessUserAsync(Victim);

        var afterwards = await app.Linking.CreatePrimaryUserIdOrLinkAccountsAsync("public", owner);

        Assert.Equal(links ? taken.Id : owner.Id, afterwards.Id);
        Assert.Equal(links ? 2 : 1, afterwards.LoginMethods.Length);
    }

    [Fact]
    public async Task An_app_that_believes_its_primary_users_still_links_no_unverified_login_method_and_lets_no_stranger_sign_up()
    {
        await using var app = await LinkingApp.StartAsync(setUp: builder => builder.AddAccountLinking(options => options.RequireVerificationOnBothSides = false));
        await app.SignUpPastTheRulesAsync(Victim);
        var taken = await app.UserOfAsync(Victim);
        await app.Linking.CreatePrimaryUserAsync(taken.LoginMethods[0].RecipeUserId);
        var stranger = await app.CreatePasswordlessUserAsync(Victim);
        await app.Services.GetRequiredService<IEmailVerificationRecipe>().UnverifyEmailAsync(stranger.LoginMethods[0].RecipeUserId, Victim);

        var afterwards = await app.Linking.CreatePrimaryUserIdOrLinkAccountsAsync("public", (await app.Users.GetUserAsync(stranger.Id))!);

        Assert.Equal(stranger.Id, afterwards.Id);
        Assert.Single((await app.Users.GetUserAsync(taken.Id))!.LoginMethods);
        Assert.False(await app.Linking.IsSignUpAllowedAsync("public", new NewAccountInfo("thirdparty", new AccountInfo { Email = Victim }), isVerified: true));
    }

    [Fact]
    public async Task An_address_that_a_primary_user_took_without_proof_does_not_draw_its_owner_in()
    {
        await using var app = await LinkingApp.StartAsync();
        var attacker = await app.CreatePasswordlessPrimaryUserAsync("attacker@example.com");
        await app.SignUpPastTheRulesAsync(Victim);
        var taken = await app.UserOfAsync(Victim);
        Assert.IsType<LinkAccountsResult.Ok>(await app.Linking.LinkAccountsAsync(taken.LoginMethods[0].RecipeUserId, attacker.Id));
        var owner = await app.CreatePasswordlessUserAsync(Victim);

        var afterwards = await app.Linking.CreatePrimaryUserIdOrLinkAccountsAsync("public", owner);

        Assert.Equal(owner.Id, afterwards.Id);
        Assert.False(afterwards.IsPrimaryUser);
        Assert.False(await app.Linking.IsSignUpAllowedAsync("public", new NewAccountInfo("thirdparty", new AccountInfo { Email = Victim }), isVerified: true));
    }

    [Fact]
    public async Task Only_the_address_a_login_method_has_now_links_it_when_it_is_verified()
    {
        await using var app = await LinkingApp.StartAsync();
        var victim = await app.CreatePasswordlessPrimaryUserAsync(Victim);
        await app.SignUpAsync("attacker@example.com");
        var id = (await app.UserOfAsync("attacker@example.com")).LoginMethods[0].RecipeUserId;
        var verification = app.Services.GetRequiredService<IEmailVerificationRecipe>();
        var created = Assert.IsType<CreateEmailVerificationTokenResult.Ok>(await verification.CreateEmailVerificationTokenAsync("public", id, Victim));

        await verification.VerifyEmailUsingTokenAsync("public", created.Token);

        Assert.Equal(id.Value, (await app.Users.GetUserAsync(id.Value))!.Id);
        Assert.Single((await app.Users.GetUserAsync(victim.Id))!.LoginMethods);
    }

    [Fact]
    public async Task Nobody_is_mailed_a_link_that_would_let_a_stranger_into_their_account()
    {
        await using var app = await LinkingApp.StartAsync();
        var victim = await app.CreatePasswordlessPrimaryUserAsync(Victim);
        var stranger = await app.SignUpPastTheRulesAsync(Victim);

        var answer = await LinkingApp.SendAsync(stranger, "/auth/user/email/verify/token");

        Assert.Equal((200, "GENERAL_ERROR"), (answer.Code, answer.Status));
        Assert.Empty(app.Mails.All);
        Assert.Single((await app.Users.GetUserAsync(victim.Id))!.LoginMethods);
    }

    [Fact]
    public async Task Who_signed_up_beside_an_account_that_is_not_to_be_joined_is_mailed_a_link()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: null, builder => builder.AddAccountLinking(options => options.ShouldDoAutomaticAccountLinking
            = (question, _) => new(question.User is null ? new LinkingDecision.Link() : new LinkingDecision.DoNotLink())));
        await app.CreatePasswordlessPrimaryUserAsync(Victim);
        var browser = await app.SignUpPastTheRulesAsync(Victim);

        await app.VerifyAsync(browser);

        Assert.Single((await app.UserOfAsync(Victim)).LoginMethods);
    }

    [Theory]
    [InlineData(true, "4.1")]
    [InlineData(null, "3.0")]
    public async Task A_session_that_was_ended_adds_no_login_method_while_its_access_token_lives(bool? link, string fdiVersion)
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        using var thief = app.Passwords.App.CreateClient();
        var signedUp = await app.Passwords.PostAsync("/auth/signup", EmailPasswordApp.Form(Victim), client: thief);
        var victimsId = (string)signedUp.Json["user"]!["id"]!;
        await app.Services.GetRequiredService<ISessionRecipe>().RevokeAllSessionsForUserAsync(victimsId);
        var form = EmailPasswordApp.Form("thief@example.com");
        if (link is not null)
        {
            form[LinkingApp.Flag] = link;
        }

        var answer = await app.Passwords.PostAsync("/auth/signup", form, fdiVersion, thief);

        Assert.Equal(401, (int)answer.Code);
        Assert.Single((await app.Users.GetUserAsync(victimsId))!.LoginMethods);
        Assert.Empty(await app.Users.ListUsersByAccountInfoAsync("public", new AccountInfo { Email = "thief@example.com" }));
    }

    [Theory]
    [InlineData("unlinked")]
    [InlineData("deleted")]
    public async Task A_login_method_that_is_taken_away_as_documented_leaves_no_session(string how)
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        var compromised = await app.SignUpAsync(Victim);
        var (userId, id) = await LinkingApp.MeAsync(compromised);
        Assert.Equal(userId, id);
        var other = await app.Linking.CreatePrimaryUserIdOrLinkAccountsAsync("public", await app.CreatePasswordlessUserAsync(Victim));
        Assert.Equal(userId, other.Id);

        if (how == "unlinked")
        {
            Assert.True((await app.Linking.UnlinkAccountAsync(new RecipeUserId(id))).WasRecipeUserDeleted);
        }
        else
        {
            // Documented: where the id is the user's, the core keeps its sessions for the others.
            Assert.Single(await app.Services.GetRequiredService<ISessionRecipe>().RevokeAllSessionsForUserAsync(id, revokeSessionsForLinkedAccounts: false));
            await app.Users.DeleteUserAsync(id, removeAllLinkedAccounts: false);
        }

        using var refreshed = await compromised.RefreshAsync();
        Assert.Equal(401, (int)refreshed.StatusCode);
        Assert.Equal("passwordless", Assert.Single((await app.Users.GetUserAsync(userId))!.LoginMethods).RecipeId);
    }

    [Fact]
    public async Task The_user_to_link_to_is_the_sessions_whatever_the_body_says()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        var victim = await app.SignUpAsync(Victim);
        var victimsId = (await LinkingApp.MeAsync(victim)).UserId;
        var attacker = await app.SignUpAsync("attacker@example.com");
        var form = EmailPasswordApp.Form("new@example.com");
        form[LinkingApp.Flag] = true;
        foreach (var name in (string[])["userId", "primaryUserId", "sessionUserId", "recipeUserId"])
        {
            form[name] = victimsId;
        }

        form["session"] = new JsonObject { ["userId"] = victimsId, ["recipeUserId"] = victimsId };

        Assert.Equal("OK", (await LinkingApp.SendAsync(attacker, "/auth/signup", form)).Status);

        Assert.Equal((await app.UserOfAsync("attacker@example.com")).Id, (await app.UserOfAsync("new@example.com")).Id);
        Assert.Single((await app.Users.GetUserAsync(victimsId))!.LoginMethods);
    }

    [Fact]
    public async Task Linking_two_login_methods_at_once_gives_one_user()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        var code = await app.CreatePasswordlessUserAsync(Victim);
        await app.SignUpPastTheRulesAsync(Victim);
        var password = await app.UserOfAsync(Victim);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => app.Linking.CreatePrimaryUserIdOrLinkAccountsAsync("public", i % 2 == 0 ? code : password)));

        var user = Assert.Single(await app.Users.ListUsersByAccountInfoAsync("public", new AccountInfo { Email = Victim }));
        Assert.True(user.IsPrimaryUser);
        Assert.Equal(2, user.LoginMethods.Length);
    }

    [Fact]
    public async Task Two_sign_ups_at_once_with_one_address_make_one_user()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LinkingApp.SignUpAsync(app.Browser(), Victim)));

        Assert.Equal(["FIELD_ERROR", "FIELD_ERROR", "FIELD_ERROR", "OK"], answers.Select(answer => answer.Status).Order());
        Assert.True(Assert.Single(await app.Users.ListUsersByAccountInfoAsync("public", new AccountInfo { Email = Victim })).IsPrimaryUser);
    }

    [Fact]
    public async Task Linking_gives_up_after_some_tries_when_others_change_users_all_the_time()
    {
        var tries = new Counter();
        await using var app = await LinkingApp.StartAsync(requireVerification: false, builder => builder.Override<IAccountLinkingRecipe>((inner, _) => new AlwaysTooLate(inner, tries)));

        var answer = await LinkingApp.SignUpAsync(app.Browser(), Victim);

        Assert.Equal("OK", answer.Status);
        Assert.False((bool)answer.Json["user"]!["isPrimaryUser"]!);
        Assert.InRange(tries.Value, 2, 20);
    }

    private static async Task<bool> LinksAsync(LinkingApp app, bool isOlderVerified, bool isNewerVerified)
    {
        await app.SignUpPastTheRulesAsync(Victim);
        var password = await app.UserOfAsync(Victim);
        var method = password.LoginMethods[0];
        app.Passwords.App.Time.Advance(TimeSpan.FromSeconds(1));
        var code = await app.CreatePasswordlessUserAsync(Victim);
        if (isOlderVerified)
        {
            var verification = app.Services.GetRequiredService<IEmailVerificationRecipe>();
            var created = Assert.IsType<CreateEmailVerificationTokenResult.Ok>(await verification.CreateEmailVerificationTokenAsync("public", method.RecipeUserId, Victim));
            await verification.VerifyEmailUsingTokenAsync("public", created.Token, attemptAccountLinking: false);
        }

        if (!isNewerVerified)
        {
            await app.Services.GetRequiredService<IEmailVerificationRecipe>().UnverifyEmailAsync(code.LoginMethods[0].RecipeUserId, Victim);
        }

        var newer = (await app.Users.GetUserAsync(code.Id))!;
        Assert.Equal(isNewerVerified, newer.LoginMethods[0].Verified);
        return (await app.Linking.CreatePrimaryUserIdOrLinkAccountsAsync("public", newer)).LoginMethods.Length == 2;
    }

    private sealed class Counter
    {
        public int Value { get; set; }
    }

    private sealed class AlwaysTooLate(IAccountLinkingRecipe inner, Counter tries) : DelegatingAccountLinkingRecipe(inner)
    {
        public override Task<CreatePrimaryUserResult> CreatePrimaryUserAsync(RecipeUserId recipeUserId, CancellationToken cancellationToken = default)
        {
            tries.Value++;
            return Task.FromResult<CreatePrimaryUserResult>(new CreatePrimaryUserResult.AccountInfoBelongsToAnotherPrimaryUser("other", "Just now."));
        }
    }
}
