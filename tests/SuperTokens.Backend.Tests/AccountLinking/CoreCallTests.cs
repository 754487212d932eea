namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>How often the core is asked. supertokens-node asks at least as often; docs/recipes/accountlinking.md has the numbers.</summary>
public sealed class CoreCallTests
{
    private const string Ann = "ann@example.com";
    private const string Tenant = "GET /public/recipe/multitenancy/tenant/v2";
    private const string Find = "GET /public/users/by-accountinfo";
    private const string SignUp = "POST /public/recipe/signup";
    private const string SignIn = "POST /public/recipe/signin";
    private const string IsVerified = "GET /recipe/user/email/verify";
    private const string MakePrimary = "POST /recipe/accountlinking/user/primary";
    private const string Session = "POST /public/recipe/session";

    [Fact]
    public async Task Without_linking_nothing_is_asked_for_it()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: null);
        await app.SignUpAsync("warm-up@example.com");

        Assert.Equal([Tenant, SignUp, IsVerified, Session], await CallsOfAsync(app, () => LinkingApp.SignUpAsync(app.Browser(), Ann)));
        Assert.Equal([Tenant, SignIn, IsVerified, Session], await CallsOfAsync(app, () => LinkingApp.SignInAsync(app.Browser(), Ann)));
    }

    [Fact]
    public async Task With_linking_the_address_is_looked_up()
    {
        await using var app = await LinkingApp.StartAsync();
        await app.SignUpAsync("warm-up@example.com");

        Assert.Equal([Tenant, Find, SignUp, Find, IsVerified, Session], await CallsOfAsync(app, () => LinkingApp.SignUpAsync(app.Browser(), Ann)));

        await app.VerifiedUserAsync("bob@example.com");
        Assert.Equal([Find, Tenant, SignIn, IsVerified, Session], await CallsOfAsync(app, () => LinkingApp.SignInAsync(app.Browser(), "bob@example.com")));
    }

    [Fact]
    public async Task A_sign_up_that_makes_a_primary_user_asks_once_more()
    {
        await using var app = await LinkingApp.StartAsync(requireVerification: false);
        await app.SignUpAsync("warm-up@example.com");

        Assert.Equal([Tenant, Find, SignUp, Find, MakePrimary, IsVerified, Session], await CallsOfAsync(app, () => LinkingApp.SignUpAsync(app.Browser(), Ann)));
    }

    private static async Task<IEnumerable<string>> CallsOfAsync(LinkingApp app, Func<Task<LinkingApp.Answer>> act)
    {
        app.CoreCalls.Clear();
        Assert.Equal("OK", (await act()).Status);
        return app.CoreCalls.Calls;
    }
}
