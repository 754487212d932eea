using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>Which user a password reset is for, and what it links.</summary>
public sealed class PasswordResetLinkingTests
{
    private const string Ann = "ann@example.com";
    private const string NewPassword = "N3wPassw0rd";

    [Fact]
    public async Task A_primary_user_without_a_password_gets_one_and_it_is_linked()
    {
        await using var app = await LinkingApp.StartAsync();
        var primary = await app.CreatePasswordlessPrimaryUserAsync(Ann);

        Assert.Equal("""{"status":"OK"}""", (await app.Passwords.RequestResetAsync(Ann)).Text);
        Assert.Equal((primary.Id, null), (app.Mails.All[0].UserId, app.Mails.All[0].RecipeUserId));
        Assert.Equal("""{"status":"OK"}""", (await app.Passwords.ResetAsync(app.Mails.Token, NewPassword)).Text);

        var (user, method) = await app.LoginOfAsync(Ann, "emailpassword");
        Assert.Equal(primary.Id, user.Id);
        Assert.True(method.Verified);
        Assert.Equal(primary.Id, (string)(await app.Passwords.SignInAsync(Ann, NewPassword)).Json["user"]!["id"]!);
    }

    [Fact]
    public async Task Without_linking_only_who_has_a_password_gets_mail()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: null);
        await app.CreatePasswordlessPrimaryUserAsync(Ann);

        Assert.Equal("""{"status":"OK"}""", (await app.Passwords.RequestResetAsync(Ann)).Text);

        Assert.Empty(app.Mails.All);
    }

    [Fact]
    public async Task A_reset_proves_the_address_and_links_the_password_to_its_owner()
    {
        await using var app = await LinkingApp.StartAsync();
        await app.SignUpPastTheRulesAsync(Ann);
        var primary = await app.CreatePasswordlessPrimaryUserAsync(Ann);

        await app.Passwords.RequestResetAsync(Ann);
        await app.Passwords.ResetAsync(app.Mails.Token, NewPassword);

        Assert.Equal(primary.Id, app.Mails.All[0].UserId);
        Assert.Equal(primary.Id, (await app.UserOfAsync(Ann)).Id);
        Assert.Equal("WRONG_CREDENTIALS_ERROR", (await app.Passwords.SignInAsync(Ann)).Status);
    }

    [Fact]
    public async Task A_reset_makes_who_is_alone_with_the_address_a_primary_user()
    {
        await using var app = await LinkingApp.StartAsync();
        await app.SignUpAsync(Ann);

        await app.Passwords.RequestResetAsync(Ann);
        await app.Passwords.ResetAsync(app.Mails.Token, NewPassword);

        Assert.True((await app.UserOfAsync(Ann)).IsPrimaryUser);
    }

    [Fact]
    public async Task The_owners_reset_ends_the_sessions_of_who_signed_up_with_the_address()
    {
        await using var app = await LinkingApp.StartAsync();
        var attacker = await app.SignUpAsync(Ann);

        await app.Passwords.RequestResetAsync(Ann);
        await app.Passwords.ResetAsync(app.Mails.Token, NewPassword);

        using var refreshed = await attacker.RefreshAsync();
        Assert.Equal(401, (int)refreshed.StatusCode);
        Assert.Null(attacker.AccessToken);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(null, false)]
    public async Task A_reset_keeps_the_sessions_of_who_has_verified_the_address_and_of_apps_that_do_not_link(bool? requireVerification, bool isVerified)
    {
        await using var app = await LinkingApp.StartAsync(requireVerification);
        var browser = await app.SignUpAsync(Ann);
        if (isVerified)
        {
            await app.VerifyAsync(browser);
        }

        await app.Passwords.RequestResetAsync(Ann);
        await app.Passwords.ResetAsync(app.Mails.Token, NewPassword);

        using var refreshed = await browser.RefreshAsync();
        Assert.Equal(200, (int)refreshed.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/auth/user/email/verify/token")]
    [InlineData("GET", "/auth/user/email/verify")]
    public async Task An_access_token_from_before_the_reset_is_no_way_into_the_account_the_password_was_linked_to(string method, string path)
    {
        await using var app = await LinkingApp.StartAsync();
        var attacker = await app.SignUpPastTheRulesAsync(Ann);
        var victim = await app.CreatePasswordlessPrimaryUserAsync(Ann);
        await app.Passwords.RequestResetAsync(Ann);
        await app.Passwords.ResetAsync(app.Mails.Token, NewPassword);
        Assert.Equal(victim.Id, (await app.UserOfAsync(Ann)).Id);

        using var answer = await attacker.SendAsync(new HttpMethod(method), path);

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Null(attacker.AccessToken);
        Assert.Empty(await app.Services.GetRequiredService<ISessionRecipe>().GetAllSessionHandlesForUserAsync(victim.Id));
    }

    [Fact]
    public async Task The_oldest_user_with_the_address_gets_the_password_that_is_missing()
    {
        await using var app = await LinkingApp.StartAsync();
        var oldest = await app.CreatePasswordlessUserAsync(Ann);

        await app.Passwords.RequestResetAsync(Ann);
        await app.Passwords.ResetAsync(app.Mails.Token, NewPassword);

        Assert.Equal(oldest.Id, (await app.UserOfAsync(Ann)).Id);
    }

    [Fact]
    public async Task An_address_that_an_account_has_without_proof_is_no_way_into_that_account()
    {
        await using var app = await LinkingApp.StartAsync();
        var attacker = await app.CreatePasswordlessPrimaryUserAsync("attacker@example.com");
        await app.SignUpPastTheRulesAsync(Ann);
        await app.Linking.LinkAccountsAsync((await app.UserOfAsync(Ann)).LoginMethods[0].RecipeUserId, attacker.Id);

        var answer = await app.Passwords.RequestResetAsync(Ann);

        Assert.Equal("PASSWORD_RESET_NOT_ALLOWED", answer.Status);
        Assert.Equal("Reset password link was not created because of account take over risk. Please contact support. (ERR_CODE_001)", (string)answer.Json["reason"]!);
        Assert.Empty(app.Mails.All);
    }

    [Fact]
    public async Task A_token_for_another_verified_address_of_the_user_adds_a_password_for_that_address()
    {
        await using var app = await LinkingApp.StartAsync();
        var first = await app.VerifiedUserAsync("ann@work.example.com");
        var second = await app.CreatePasswordlessUserAsync(Ann);
        await app.Linking.LinkAccountsAsync(second.LoginMethods[0].RecipeUserId, first.Id);

        await app.Passwords.RequestResetAsync(Ann);
        Assert.Equal("OK", (await app.Passwords.ResetAsync(app.Mails.Token, NewPassword)).Status);

        Assert.Equal("OK", (await app.Passwords.SignInAsync(Ann, NewPassword)).Status);
        Assert.Equal("WRONG_CREDENTIALS_ERROR", (await app.Passwords.SignInAsync("ann@work.example.com", NewPassword)).Status);
        Assert.Equal(3, (await app.Users.GetUserAsync(first.Id))!.LoginMethods.Length);
    }

    [Fact]
    public async Task Nobody_without_an_account_gets_mail()
    {
        await using var app = await LinkingApp.StartAsync();

        Assert.Equal("""{"status":"OK"}""", (await app.Passwords.RequestResetAsync(Ann)).Text);

        Assert.Empty(app.Mails.All);
    }
}
