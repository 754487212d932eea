using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>An application that verifies an address itself has the rest done for it.</summary>
public sealed class VerifiedAddressesTests
{
    private const string Ann = "ann@example.com";

    [Fact]
    public async Task A_session_learns_that_the_application_verified_its_address()
    {
        await using var app = await StartAsync();
        var browser = await SignUpAsync(app);
        Assert.False(VerificationApp.Claim(browser));
        await VerifyAsync(app, await IdOfAsync(app));

        Assert.Equal("the same session", await UpdateAsync(browser, await IdOfAsync(app)));
        Assert.True(VerificationApp.Claim(browser));
    }

    [Fact]
    public async Task A_session_becomes_that_of_the_user_its_login_method_was_linked_to()
    {
        await using var app = await StartAsync();
        var browser = await SignUpAsync(app);
        var id = await IdOfAsync(app);
        var linking = app.App.Services.GetRequiredService<IAccountLinkingRecipe>();
        var other = Assert.IsType<CreateRecipeUserResult.Ok>(await app.Recipe.CreateNewRecipeUserAsync("public", "other@example.com", EmailPasswordApp.Password));
        Assert.IsType<CreatePrimaryUserResult.Ok>(await linking.CreatePrimaryUserAsync(other.RecipeUserId));
        Assert.IsType<LinkAccountsResult.Ok>(await linking.LinkAccountsAsync(id, other.User.Id));

        Assert.Equal(other.User.Id, await UpdateAsync(browser, id));
        Assert.Equal(other.User.Id, (string?)browser.Payload["sub"]);
    }

    [Fact]
    public async Task A_session_of_another_login_method_stays_as_it_is()
    {
        await using var app = await StartAsync();
        var browser = await SignUpAsync(app);
        await VerifyAsync(app, await IdOfAsync(app));

        Assert.Equal("the same session", await UpdateAsync(browser, new RecipeUserId("somebody-else")));
        Assert.False(VerificationApp.Claim(browser));
    }

    [Fact]
    public async Task An_address_that_the_user_has_verified_elsewhere_counts_for_a_linked_login_method()
    {
        await using var app = await LinkingApp.StartAsync();
        var user = await app.CreatePasswordlessPrimaryUserAsync(Ann);
        var created = Assert.IsType<CreateRecipeUserResult.Ok>(await app.Passwords.Recipe.CreateNewRecipeUserAsync("public", Ann, EmailPasswordApp.Password));
        Assert.IsType<LinkAccountsResult.Ok>(await app.Linking.LinkAccountsAsync(created.RecipeUserId, user.Id));
        await app.Services.GetRequiredService<EmailVerifications>().UnverifyAsync(created.RecipeUserId);
        var addresses = app.Services.GetRequiredService<VerifiedAddresses>();

        Assert.True(await addresses.VerifyLinkedAsync((await app.Users.GetUserAsync(user.Id))!, created.RecipeUserId));
        Assert.False(await addresses.VerifyLinkedAsync((await app.Users.GetUserAsync(user.Id))!, created.RecipeUserId));
        Assert.All((await app.Users.GetUserAsync(user.Id))!.LoginMethods, method => Assert.True(method.Verified));
    }

    private static Task<EmailPasswordApp> StartAsync() => EmailPasswordApp.StartAsync(
        builder => builder.AddEmailVerification(options => options.Mode = EmailVerificationMode.Optional),
        app => app.MapPost(
            "/verified/{id}",
            async (string id, HttpContext context, SessionContainer session, VerifiedAddresses addresses)
                => (await addresses.UpdateSessionAsync(session, new RecipeUserId(id), context))?.UserId ?? "the same session").RequireSession());

    private static async Task<Frontend> SignUpAsync(EmailPasswordApp app)
    {
        var browser = new Frontend(app.App.CreateClient(), "cookie");
        using var answer = await browser.PostAsync("/auth/signup", EmailPasswordApp.Form(Ann));
        Assert.Equal(200, (int)answer.StatusCode);
        return browser;
    }

    private static async Task<RecipeUserId> IdOfAsync(EmailPasswordApp app)
    {
        var found = await app.App.Services.GetRequiredService<IUserDirectory>().ListUsersByAccountInfoAsync("public", new AccountInfo { Email = Ann });
        return found.Single().LoginMethods.Single(method => method.HasSameEmailAs(Ann)).RecipeUserId;
    }

    private static async Task VerifyAsync(EmailPasswordApp app, RecipeUserId id)
    {
        var recipe = app.App.Services.GetRequiredService<IEmailVerificationRecipe>();
        var token = Assert.IsType<CreateEmailVerificationTokenResult.Ok>(await recipe.CreateEmailVerificationTokenAsync("public", id, Ann)).Token;
        Assert.IsType<VerifyEmailUsingTokenResult.Ok>(await recipe.VerifyEmailUsingTokenAsync("public", token));
    }

    private static async Task<string> UpdateAsync(Frontend browser, RecipeUserId id)
    {
        using var answer = await browser.PostAsync("/verified/" + id.Value);
        return await answer.Content.ReadAsStringAsync();
    }
}
