using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SuperTokens.Templates.Tests.Browser;

/// <summary>The MVC site outside development, with a core that does not answer.</summary>
[Collection(MvcSite.Collection)]
[Trait("Speed", "Slow")]
public sealed partial class FaultTests(MvcSite site)
{
    private const string DeadCore = "http://127.0.0.1:1";
    private const string RefreshPagePath = "/auth/session/refresh/page";

    [BrowserFact]
    public async Task A_fault_is_a_page_without_internals_and_with_the_id_that_the_log_has()
    {
        await using var app = await site.StartAsync(
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("SuperTokens__ConnectionUri", DeadCore),
            ("SuperTokens__ThirdParty__Providers__google__ClientId", "id"),
            ("SuperTokens__ThirdParty__Providers__google__ClientSecret", "secret"),
            ("SuperTokens__ThirdParty__Providers__github__ClientId", "id"),
            ("SuperTokens__ThirdParty__Providers__github__ClientSecret", "secret"));

        await site.VisitAsync(
            async visitor =>
            {
                var answer = await visitor.Page.GotoAsync("/auth/sign-in");

                Assert.Equal((int)HttpStatusCode.InternalServerError, answer!.Status);
                Assert.Equal("no-store", answer.Headers["cache-control"]);
                Assert.Contains("default-src 'none'", answer.Headers["content-security-policy"], StringComparison.Ordinal);
                await visitor.Page.IsShownAsync("Something went wrong");
                Assert.Matches(IdPattern(), await visitor.Page.Locator("main code").InnerTextAsync());
                var html = await answer.TextAsync();
                Assert.DoesNotContain("Exception", html, StringComparison.Ordinal);
                Assert.DoesNotContain(DeadCore, html, StringComparison.Ordinal);
                await PageJudge.JudgeAsync(visitor.Page, "fault");

                var script = await visitor.Context.APIRequest.GetAsync("/auth/sign-in", new APIRequestContextOptions { Headers = new Dictionary<string, string> { ["Accept"] = "application/json" } });
                Assert.Equal((int)HttpStatusCode.InternalServerError, script.Status);
                Assert.DoesNotContain("<html", await script.TextAsync(), StringComparison.Ordinal);
            },
            address: app.Address.GetLeftPart(UriPartial.Authority));
    }

    [BrowserFact]
    public Task A_request_that_SuperTokens_refuses_under_a_page_gets_the_page_for_it()
        => site.VisitAsync(
        async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.ExpireAccessTokenAsync();
            await visitor.Context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = "sRefreshToken", Value = "another", Domain = "localhost", Path = RefreshPagePath, HttpOnly = true }]);
            await visitor.Page.GotoAsync("/account");

            var answer = await visitor.Page.RunAndWaitForResponseAsync(
                () => visitor.Page.Button("Continue").ClickAsync(), response => new Uri(response.Url).AbsolutePath == RefreshPagePath);

            Assert.Equal((int)HttpStatusCode.BadRequest, answer.Status);
            Assert.StartsWith("text/html", answer.Headers["content-type"], StringComparison.Ordinal);
            await visitor.Page.IsShownAsync("That did not work");
            await Expect(visitor.Page.GetByText("session cookie twice")).ToHaveCountAsync(0);
        },
        scripts: false);

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex IdPattern();
}
