namespace SuperTokensApp._1.Tests;

public sealed class AccountLinkingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task An_account_shows_the_ways_to_sign_in_that_belong_to_it()
    {
        var visitor = await Visitors.SignInAsync(app);

        Assert.Contains("@example.com", visitor.Page, StringComparison.Ordinal);
    }
#if (UsePasswordless && UseThirdParty)

    [Fact]
    public async Task Two_ways_to_sign_in_with_one_verified_address_are_one_account()
    {
        var email = People.NewEmail();
        var withCode = new Frontend(app.CreateClient());
        var withProvider = new Frontend(app.CreateClient());

        await PasswordlessTests.SignInAsync(app, withCode, email);
        await ThirdPartyTests.SignInAsync(withProvider, email);

        Assert.Equal(await withCode.WhoAmIAsync(), await withProvider.WhoAmIAsync());
    }
#endif
}
