using Microsoft.Playwright;

namespace SuperTokens.Templates.Tests.Browser;

/// <summary>What the MVC site tells browsers, and refuses.</summary>
[Collection(MvcSite.Collection)]
[Trait("Speed", "Slow")]
public sealed class PolicyTests(MvcSite site)
{
    [BrowserTheory]
    [InlineData("/", 200)]
    [InlineData("/auth/sign-in", 200)]
    [InlineData("/auth/continue", 200)]
    [InlineData("/auth/access-denied", 403)]
    [InlineData("/nowhere", 404)]
    [InlineData("/error", 404)]
    [InlineData("/css/site.css", 200)]
    public Task Every_answer_carries_the_policy(string path, int status)
        => site.VisitAsync(async visitor =>
        {
            var answer = await visitor.Context.APIRequest.GetAsync(path, new APIRequestContextOptions { Headers = Html });

            Assert.Equal(status, answer.Status);
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", answer.Headers["content-security-policy"], StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", answer.Headers["content-security-policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", answer.Headers["content-security-policy"], StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers["x-content-type-options"]);
            Assert.Equal("same-origin", answer.Headers["referrer-policy"]);
            Assert.Equal("same-origin", answer.Headers["cross-origin-opener-policy"]);
            Assert.Equal(!path.EndsWith(".css", StringComparison.Ordinal), answer.Headers["cache-control"] == "no-store");
        });

    [BrowserTheory]
    [InlineData("/account")]
    [InlineData("/account/name")]
    [InlineData("/members")]
    public Task A_script_without_a_session_gets_401_and_no_page(string path)
        => site.VisitAsync(async visitor =>
        {
            var answer = await visitor.Context.APIRequest.GetAsync(path, new APIRequestContextOptions { MaxRedirects = 0 });

            Assert.Equal(401, answer.Status);
            Assert.Equal("""{"message":"unauthorised"}""", await answer.TextAsync());
        });

    [BrowserTheory]
    [InlineData("/account/sessions/sign-out")]
    [InlineData("/account/sessions/sign-out-others")]
    [InlineData("/account/name")]
    [InlineData("/membership")]
    [InlineData("/auth/session/refresh/sign-out")]
    [InlineData("/auth/session/refresh/page")]
    public Task A_form_without_its_antiforgery_token_is_refused_with_a_page(string path)
        => site.VisitAsync(async visitor =>
        {
            await visitor.SignUpAsync();

            var answer = await visitor.Context.APIRequest.PostAsync(path, new APIRequestContextOptions { Headers = Html, MaxRedirects = 0 });

            Assert.Equal(400, answer.Status);
            Assert.Contains("This form is too old", await answer.TextAsync(), StringComparison.Ordinal);
            await visitor.Page.GotoAsync("/account");
            await visitor.Page.IsShownAsync("Account");
        });

    [BrowserFact]
    public async Task Sign_in_pages_below_the_account_page_do_not_hide_what_it_does()
    {
        await using var app = await site.StartAsync(("SuperTokens__AppInfo__WebsiteBasePath", "/account"));

        await site.VisitAsync(
            async visitor =>
            {
                foreach (var path in new[] { "/account/sessions/sign-out", "/account/sessions/sign-out-others" })
                {
                    var answer = await visitor.Context.APIRequest.PostAsync(path, new APIRequestContextOptions { Headers = Html, MaxRedirects = 0 });

                    Assert.Equal(302, answer.Status);
                }
            },
            address: app.Address.GetLeftPart(UriPartial.Authority));
    }

    private static Dictionary<string, string> Html => new() { ["Accept"] = "text/html" };
}
