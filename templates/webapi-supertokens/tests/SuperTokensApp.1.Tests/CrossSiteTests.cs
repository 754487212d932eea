using System.Net;

namespace SuperTokensApp._1.Tests;

/// <summary>What somebody else's site can have the browser of a person do who is signed in here: nothing.</summary>
public sealed class CrossSiteTests(TestApp app) : IClassFixture<TestApp>
{
    private const string AnotherSite = "https://another-site.example";

    [Fact]
    public async Task A_request_that_another_site_forges_does_not_act_for_the_person()
    {
        var browser = new Browser();
        var client = app.CreateDefaultClient(browser);
        var person = await People.SignInAsync(app, new Frontend(client) { UsesCookies = true });
        Assert.True(browser.HasHiddenCookies);

        // A form there can post here, and the browser adds what cookies it may. No form can add a header.
        using var forged = await SendAsync(client, HttpMethod.Post, "API_BASE_PATH_PREFIX/signout");

        Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
        Assert.NotNull(await person.WhoAmIAsync());
        await person.AuthAsync("/signout");
    }

    [Fact]
    public async Task A_page_of_another_site_may_not_call_from_a_browser()
    {
        using var client = app.CreateClient();

        // A page's script could add the header, but for that the browser asks first.
        using var answer = await SendAsync(client, HttpMethod.Options, "API_BASE_PATH_PREFIX/signout", ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "rid"));

        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Origin", AnotherSite);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await client.SendAsync(request);
    }
}
