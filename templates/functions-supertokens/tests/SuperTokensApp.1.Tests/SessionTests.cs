using System.Net;

namespace SuperTokensApp._1.Tests;

public sealed class SessionTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Hello_is_open_and_sessioninfo_is_not()
    {
        using var client = app.CreateClient();
        Assert.Equal("hello", await client.GetStringAsync("/hello"));

        using var response = await client.GetAsync("/sessioninfo");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task People_stay_signed_in_until_they_sign_out()
    {
        var person = await People.SignInAsync(app);
        var userId = await person.WhoAmIAsync();

        using var refreshed = await person.RefreshAsync();
        Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);
        Assert.Equal(userId, await person.WhoAmIAsync());

        await person.AuthAsync("/signout");
        using var tooLate = await person.RefreshAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, tooLate.StatusCode);
    }
}
