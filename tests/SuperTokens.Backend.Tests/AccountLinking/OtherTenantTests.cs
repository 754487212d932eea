using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>The session's user has the login method already, in another tenant.</summary>
public sealed class OtherTenantTests
{
    private const string Other = "other";
    private const string Ann = "ann@example.com";

    [Fact]
    public async Task A_login_method_of_the_sessions_user_is_added_to_the_tenant_instead_of_a_second_one()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        var (browser, user) = await SignInElsewhereAsync(app);

        var wrong = await LinkingApp.SendAsync(browser, $"/auth/{Other}/signin", Wish("Wr0ngPassw0rd"));
        var before = await app.Users.GetUserAsync(user.Id);
        var right = await LinkingApp.SendAsync(browser, $"/auth/{Other}/signin", Wish(EmailPasswordApp.Password));

        Assert.Equal("WRONG_CREDENTIALS_ERROR", wrong.Status);
        Assert.Equal("public", Assert.Single(PasswordOf(before!).TenantIds));
        Assert.Equal("OK", right.Status);
        var after = (await app.Users.GetUserAsync(user.Id))!;
        Assert.Equal([Other, "public"], PasswordOf(after).TenantIds.Order());
        Assert.Equal(2, after.LoginMethods.Length);
        Assert.Equal(user.Id, (await LinkingApp.MeAsync(browser)).UserId);
    }

    [Fact]
    public async Task Without_a_session_a_login_method_works_in_its_own_tenants_only()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        await SignInElsewhereAsync(app);

        Assert.Equal("WRONG_CREDENTIALS_ERROR", (await LinkingApp.SendAsync(app.Browser(), $"/auth/{Other}/signin", EmailPasswordApp.Form(Ann))).Status);
    }

    [Fact]
    public async Task The_session_decides_about_the_tenant_and_not_the_path()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        var (browser, user) = await SignInElsewhereAsync(app);

        Assert.Equal("OK", (await LinkingApp.SendAsync(browser, "/auth/public/signin", Wish(EmailPasswordApp.Password))).Status);

        Assert.Contains(Other, PasswordOf((await app.Users.GetUserAsync(user.Id))!).TenantIds);
    }

    [Fact]
    public async Task Available_first_factors_are_those_of_the_tenant_whose_recipe_is_added()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: null, builder => builder.AddPasswordless(options => options.ContactMethod = Passwordless.PasswordlessContactMethod.Phone));
        var tenants = app.Services.GetRequiredService<IMultitenancyRecipe>();
        await tenants.CreateOrUpdateTenantAsync(Other, new TenantChanges { FirstFactors = TenantFactors.Only("emailpassword", "thirdparty") });

        Assert.Equal("emailpassword", Assert.Single((await tenants.GetAvailableFirstFactorsAsync(Other))!.Value));
        Assert.Contains("otp-phone", (await tenants.GetAvailableFirstFactorsAsync("public"))!.Value);
        Assert.Null(await tenants.GetAvailableFirstFactorsAsync("unknown"));
    }

    // Ann has a password in the tenant public and a code in the other one; the session is of the other one.
    private static async Task<(Frontend Browser, User User)> SignInElsewhereAsync(LinkingApp app)
    {
        await app.Services.GetRequiredService<IMultitenancyRecipe>().CreateOrUpdateTenantAsync(Other, new TenantChanges { FirstFactors = TenantFactors.Only("emailpassword") });
        await app.SignUpAsync(Ann);
        var user = await app.UserOfAsync(Ann);
        var code = await app.CreatePasswordlessUserAsync(Ann, Other);
        Assert.IsType<LinkAccountsResult.Ok>(await app.Linking.LinkAccountsAsync(code.LoginMethods[0].RecipeUserId, user.Id));
        var session = await app.Services.GetRequiredService<ISessions>().CreateAsync(
            new NewSession(code.LoginMethods[0].RecipeUserId) { UserId = user.Id, TenantId = Other }, disableAntiCsrf: true);
        var browser = app.Browser();
        browser.AccessToken = session.AccessToken;
        return (browser, user);
    }

    private static LoginMethod PasswordOf(User user) => user.LoginMethods.Single(method => method.RecipeId == "emailpassword");

    private static JsonObject Wish(string password)
    {
        var form = EmailPasswordApp.Form(Ann, password);
        form[LinkingApp.Flag] = true;
        return form;
    }
}
