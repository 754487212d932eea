namespace SuperTokensApp._1.Tests;

public sealed class WebsiteTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Pages_of_the_website_may_call_from_a_browser()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/sessioninfo");
        request.Headers.Add("Origin", "DEVELOPMENT_WEBSITE_VALUE");
        request.Headers.Add("Access-Control-Request-Method", "GET");
        using var answer = await app.CreateClient().SendAsync(request);

        Assert.Equal("DEVELOPMENT_WEBSITE_VALUE", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
    }
}
