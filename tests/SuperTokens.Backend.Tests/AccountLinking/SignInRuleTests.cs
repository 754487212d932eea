using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>Who may sign up or in although others have the same address.</summary>
public sealed class SignInRuleTests
{
    private const string Ann = "ann@example.com";

    [Fact]
    public async Task An_address_that_a_primary_user_has_cannot_sign_up_unverified()
    {
        await using var app = await LinkingApp.StartAsync();
        await app.CreatePasswordlessPrimaryUserAsync(Ann);

        var answer = await LinkingApp.SignUpAsync(app.Browser(), Ann);

        Assert.Equal("SIGN_UP_NOT_ALLOWED", answer.Status);
        Assert.Equal("Cannot sign up due to security reasons. Please try logging in, use a different login method or contact support. (ERR_CODE_007)", answer.Reason);
        Assert.Equal("passwordless", Assert.Single((await app.Users.ListUsersByAccountInfoAsync("public", new AccountInfo { Email = Ann }))[0].LoginMethods).RecipeId);
    }

    [Fact]
    public async Task Who_has_a_password_already_is_told_to_sign_in_instead()
    {
        await using var app = await LinkingApp.StartAsync();
        await app.SignUpAsync(Ann);

        var answer = await LinkingApp.SignUpAsync(app.Browser(), Ann);

        Assert.Equal("FIELD_ERROR", answer.Status);
    }

    [Fact]
    public async Task An_unverified_password_does_not_sign_in_beside_another_account_with_the_address()
    {
        await using var app = await LinkingApp.StartAsync();
        var browser = await app.SignUpAsync(Ann);
        Assert.Equal("OK", (await LinkingApp.SignInAsync(app.Browser(), Ann)).Status);
        await app.CreatePasswordlessUserAsync(Ann);

        var refused = await LinkingApp.SignInAsync(app.Browser(), Ann);
        await app.VerifyAsync(browser);
        var allowed = await LinkingApp.SignInAsync(app.Browser(), Ann);

        Assert.Equal("SIGN_IN_NOT_ALLOWED", refused.Status);
        Assert.Equal("Cannot sign in due to security reasons. Please try resetting your password, use a different login method or contact support. (ERR_CODE_008)", refused.Reason);
        Assert.Equal("OK", allowed.Status);
    }

    [Fact]
    public async Task Unknown_addresses_and_wrong_passwords_are_answered_alike()
    {
        await using var app = await LinkingApp.StartAsync();
        await app.SignUpAsync(Ann);
        var form = EmailPasswordApp.Form(Ann, "Wr0ngPassw0rd");

        var wrong = await LinkingApp.SendAsync(app.Browser(), "/auth/signin", form);
        var unknown = await LinkingApp.SignInAsync(app.Browser(), "bob@example.com");

        Assert.Equal(wrong, unknown);
        Assert.Equal("WRONG_CREDENTIALS_ERROR", wrong.Status);
    }

    [Theory]

    // Nobody else has the address: anybody may sign up.
    [InlineData("nobody", false, true)]

    // An unverified password: its owner might verify it later by mistake, whoever signed up with it.
    [InlineData("unverified", true, false)]
    [InlineData("unverified", false, false)]

    // A verified login method that is not yet a primary user.
    [InlineData("verified", true, true)]
    [InlineData("verified", false, true)]

    // A primary user: only what is verified can be linked to them.
    [InlineData("primary", true, true)]
    [InlineData("primary", false, false)]

    // A primary user who never proved the address: linking to them would give the address away.
    [InlineData("unverified primary", true, false)]
    [InlineData("unverified primary", false, false)]
    public async Task Signing_up_is_allowed_as_others_with_the_address_are_verified(string other, bool isVerified, bool isAllowed)
    {
        await using var app = await LinkingApp.StartAsync();
        await using var lenient = await LinkingApp.StartAsync(requireVerification: false);
        await using var off = await LinkingApp.StartAsync(requireVerification: null);
        foreach (var each in (LinkingApp[])[app, lenient, off])
        {
            await CreateOtherAsync(each, other);
        }

        var account = new NewAccountInfo("thirdparty", new AccountInfo { Email = Ann, ThirdParty = new ThirdPartyAccount("google", "g1") });

        Assert.Equal(isAllowed, await app.Linking.IsSignUpAllowedAsync("public", account, isVerified));
        Assert.True(await lenient.Linking.IsSignUpAllowedAsync("public", account, isVerified));
        Assert.True(await off.Linking.IsSignUpAllowedAsync("public", account, isVerified));
    }

    [Fact]
    public async Task Signing_up_with_an_address_and_a_number_cannot_be_asked_about()
    {
        await using var app = await LinkingApp.StartAsync();
        var account = new NewAccountInfo("passwordless", new AccountInfo { Email = Ann, PhoneNumber = "+14155550100" });

        await Assert.ThrowsAsync<ArgumentException>(() => app.Linking.IsSignUpAllowedAsync("public", account, isVerified: true));
    }

    [Theory]
    [InlineData("nobody", true)]
    [InlineData("verified", false)]
    [InlineData("primary", false)]
    public async Task Signing_in_unverified_is_allowed_while_nobody_else_has_the_address(string other, bool isAllowed)
    {
        await using var app = await LinkingApp.StartAsync();
        await app.SignUpPastTheRulesAsync(Ann);
        var user = await app.UserOfAsync(Ann);
        await CreateOtherAsync(app, other);
        var account = NewAccountInfo.From(user.LoginMethods[0]);

        Assert.Equal(isAllowed, await app.Linking.IsSignInAllowedAsync("public", user, account));
        Assert.True(await app.Linking.IsSignInAllowedAsync("public", user, account, signInVerifiesLoginMethod: true));
    }

    private static async Task CreateOtherAsync(LinkingApp app, string other)
    {
        switch (other)
        {
            case "unverified":
                await app.SignUpPastTheRulesAsync(Ann);
                break;
            case "verified":
                await app.CreatePasswordlessUserAsync(Ann);
                break;
            case "primary":
                await app.CreatePasswordlessPrimaryUserAsync(Ann);
                break;
            case "unverified primary":
                await app.SignUpPastTheRulesAsync(Ann);
                await app.Linking.CreatePrimaryUserAsync((await app.UserOfAsync(Ann)).LoginMethods[0].RecipeUserId);
                break;
            default:
                break;
        }
    }
}
