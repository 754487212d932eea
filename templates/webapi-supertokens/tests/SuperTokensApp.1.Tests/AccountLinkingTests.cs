namespace SuperTokensApp._1.Tests;

public sealed class AccountLinkingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task An_account_knows_the_ways_to_sign_in_that_belong_to_it()
    {
        var person = await People.SignInAsync(app);

        Assert.Single((await person.GetAsync("/account")).GetProperty("loginMethods").EnumerateArray());
    }
}
