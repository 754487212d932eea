using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>Who may get which new address.</summary>
public sealed class EmailChangeTests
{
    private const string Ann = "ann@example.com";
    private const string New = "new@example.com";

    [Theory]
    [InlineData(true, "takeover")]
    [InlineData(false, null)]
    [InlineData(null, null)]
    public async Task A_login_method_does_not_get_the_address_of_a_primary_user(bool? requireVerification, string? risk)
    {
        await using var app = await LinkingApp.StartAsync(requireVerification);
        await app.SignUpPastTheRulesAsync(Ann);
        await app.CreatePasswordlessPrimaryUserAsync(New);

        var result = await ChangeAsync(app);

        Assert.Equal(risk is not null, result is UpdateEmailOrPasswordResult.EmailChangeNotAllowed { Reason: "New email cannot be applied to existing account because of account takeover risks." });
        Assert.Equal(risk is null, result is UpdateEmailOrPasswordResult.Ok);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(null)]
    public async Task Two_primary_users_never_have_one_address(bool? requireVerification)
    {
        await using var app = await LinkingApp.StartAsync(requireVerification);
        await app.SignUpPastTheRulesAsync(Ann);
        await app.Linking.CreatePrimaryUserAsync((await app.UserOfAsync(Ann)).LoginMethods[0].RecipeUserId);
        await app.CreatePasswordlessPrimaryUserAsync(New);

        Assert.Contains("another primary user", Assert.IsType<UpdateEmailOrPasswordResult.EmailChangeNotAllowed>(await ChangeAsync(app)).Reason, StringComparison.Ordinal);
        Assert.IsType<EmailChangeResult.PrimaryUserConflict>(await app.Linking.IsEmailChangeAllowedAsync(await app.UserOfAsync(Ann), New, isVerified: true));
    }

    [Fact]
    public async Task A_primary_user_does_not_get_an_unverified_address_that_somebody_else_has()
    {
        await using var app = await LinkingApp.StartAsync();
        var user = await app.VerifiedUserAsync(Ann);
        await app.CreatePasswordlessUserAsync(New);

        Assert.IsType<EmailChangeResult.AccountTakeoverRisk>(await app.Linking.IsEmailChangeAllowedAsync(user, New, isVerified: false));
        Assert.IsType<EmailChangeResult.Allowed>(await app.Linking.IsEmailChangeAllowedAsync(user, New, isVerified: true));
        Assert.IsType<EmailChangeResult.Allowed>(await app.Linking.IsEmailChangeAllowedAsync(user, "free@example.com", isVerified: false));
    }

    [Fact]
    public async Task The_address_that_another_login_method_of_the_user_has_verified_need_not_be_verified_again()
    {
        await using var app = await LinkingApp.StartAsync();
        var user = await app.VerifiedUserAsync(Ann);
        var other = await app.CreatePasswordlessUserAsync(New);
        await app.Linking.LinkAccountsAsync(other.LoginMethods[0].RecipeUserId, user.Id);

        Assert.IsType<UpdateEmailOrPasswordResult.Ok>(await ChangeAsync(app));

        Assert.True((await app.LoginOfAsync(New, "emailpassword")).Method.Verified);
    }

    [Fact]
    public async Task An_unknown_login_method_is_told()
    {
        await using var app = await LinkingApp.StartAsync();

        var result = await app.Passwords.Recipe.UpdateEmailOrPasswordAsync(new UpdateEmailOrPasswordInput(new RecipeUserId("unknown")) { Email = New });

        Assert.IsType<UpdateEmailOrPasswordResult.UnknownUserId>(result);
    }

    private static async Task<UpdateEmailOrPasswordResult> ChangeAsync(LinkingApp app)
    {
        var id = (await app.LoginOfAsync(Ann, "emailpassword")).Method.RecipeUserId;
        return await app.Passwords.Recipe.UpdateEmailOrPasswordAsync(new UpdateEmailOrPasswordInput(id) { Email = New });
    }
}
