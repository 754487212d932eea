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

    [Fact]
    public async Task A_refresh_token_that_comes_twice_is_stolen_and_ends_the_session_for_thief_and_owner()
    {
        var owner = await People.SignInAsync(app);
        var thief = owner.Thief();
        await owner.RefreshAsync();
        await owner.WhoAmIAsync();

        using var stolen = await thief.RefreshAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, stolen.StatusCode);
        Assert.Contains("token theft detected", await stolen.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var ended = await owner.RefreshAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
    }

    [Fact]
    public async Task A_role_that_somebody_lacks_is_refused()
    {
        using var stranger = await new Frontend(app.CreateClient()).CallAsync(HttpMethod.Get, ForAdmins.Path);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);

        var person = await People.SignInAsync(app);
        using var refused = await person.CallAsync(HttpMethod.Get, ForAdmins.Path);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
