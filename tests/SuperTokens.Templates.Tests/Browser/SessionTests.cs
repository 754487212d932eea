using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SuperTokens.Templates.Tests.Browser;

/// <summary>A session of the MVC site, from sign-up to sign-out, in one tab and in several.</summary>
[Collection(MvcSite.Collection)]
[Trait("Speed", "Slow")]
public sealed class SessionTests(MvcSite site)
{
    private const string RefreshPath = "/auth/session/refresh";
    private const string ContinuePath = "/auth/continue";

    [BrowserFact]
    public Task People_sign_up_sign_out_and_sign_in_again()
        => site.VisitAsync(async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Page.Button("Sign out").First.ClickAsync();
            await Expect(visitor.Page.Link("Sign in")).ToBeVisibleAsync();

            await visitor.SignInAsync();

            await visitor.Page.GotoAsync("/account");
            await visitor.Page.IsShownAsync("Account");
            await Expect(visitor.Page.GetByText(visitor.Email)).ToBeVisibleAsync();
        });

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task People_sign_out_after_their_access_token_has_expired(bool scripts)
        => site.VisitAsync(
            async visitor =>
            {
                await visitor.SignUpAsync();
                await visitor.Page.GotoAsync("/account");
                await visitor.ExpireAccessTokenAsync();

                await visitor.Page.Button("Sign out").First.ClickAsync();

                await Expect(visitor.Page.Link("Sign in")).ToBeVisibleAsync();
                Assert.DoesNotContain(await visitor.Context.CookiesAsync(), cookie => cookie.Name is "sAccessToken" or "sRefreshToken");
                await visitor.Page.GotoAsync("/account");
                await visitor.Page.IsShownAsync("Sign in");
            },
            scripts);

    [BrowserFact]
    public async Task A_site_below_a_path_keeps_to_it()
    {
        await using var app = await site.StartAsync(
            ("PathBase", "/shop"), ("SuperTokens__AppInfo__ApiGatewayPath", "/shop"), ("SuperTokens__AppInfo__WebsiteBasePath", "/shop/auth"));

        await site.VisitAsync(
            async visitor =>
            {
                await visitor.Page.GotoAsync("/shop/account");
                await visitor.Page.IsShownAsync("Sign in");
                await visitor.Page.GotoAsync("/shop/auth/sign-up");
                await visitor.FillSignUpAsync();
                await visitor.Page.GotoAsync("/shop/account");
                await visitor.VerifyAsync();
                await visitor.ExpireAccessTokenAsync();

                await visitor.Page.GotoAsync("/shop/account");
                await visitor.Page.IsShownAsync("Account");
                Assert.Equal(1, visitor.CountRequests("/shop" + RefreshPath));

                await visitor.Page.Button("Sign out").First.ClickAsync();
                await Expect(visitor.Page.Link("Sign in")).ToBeVisibleAsync();
                Assert.EndsWith("/shop/", visitor.Page.Url, StringComparison.Ordinal);
            },
            address: app.Address.GetLeftPart(UriPartial.Authority));
    }

    [BrowserFact]
    public Task A_page_without_a_session_leads_to_sign_in_and_back()
        => site.VisitAsync(async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Context.ClearCookiesAsync();

            await visitor.Page.GotoAsync("/members?from=here");
            await visitor.Page.IsShownAsync("Sign in");
            await visitor.Page.Field("E-mail address").FillAsync(visitor.Email);
            await visitor.Page.Field("Password").FillAsync(visitor.Password);
            await visitor.Page.Button("Sign in").ClickAsync();

            // The page asks for more than a session, and that is the next thing to be told.
            await visitor.Page.IsShownAsync("Access denied");
            Assert.Contains("returnUrl=%2Fmembers%3Ffrom%3Dhere", visitor.Page.Url, StringComparison.Ordinal);
        });

    [BrowserFact]
    public Task After_its_access_token_has_expired_a_page_is_shown_with_a_new_one()
        => site.VisitAsync(async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.ExpireAccessTokenAsync();

            await visitor.Page.GotoAsync("/account");

            await visitor.Page.IsShownAsync("Account");
            Assert.Equal(1, visitor.CountRequests(RefreshPath));
        });

    [BrowserFact]
    public Task An_open_page_refreshes_before_its_access_token_expires()
        => site.VisitAsync(async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Page.Clock.InstallAsync();
            await visitor.Page.GotoAsync("/account");
            await visitor.Page.WaitForFunctionAsync("() => JSON.parse(localStorage.getItem('session'))?.id");
            var before = await visitor.ReadAccessTokenAsync();

            await RefreshedAsync(visitor, () => visitor.Page.Clock.FastForwardAsync("59:30"));

            Assert.NotEqual(before, await visitor.ReadAccessTokenAsync());
            Assert.Equal(0, visitor.CountRequests(ContinuePath));
        });

    [BrowserFact]
    public Task Two_tabs_that_wake_up_together_refresh_once_and_stay_signed_in()
        => site.VisitAsync(async visitor =>
        {
            await visitor.SignUpAsync();
            var first = visitor.Page;
            var second = await visitor.OpenTabAsync();
            foreach (var tab in new[] { first, second })
            {
                await tab.Clock.InstallAsync();
                await tab.GotoAsync("/account");
                await tab.IsShownAsync("Account");
            }

            await RefreshedAsync(visitor, () => Task.WhenAll(first.Clock.FastForwardAsync("59:30"), second.Clock.FastForwardAsync("59:30")));

            await BothAreSignedInAsync(first, second);
            Assert.Equal(1, visitor.CountRequests(RefreshPath));
        });

    [BrowserFact]
    public Task Two_tabs_that_open_pages_with_an_expired_token_are_not_taken_for_thieves()
        => site.VisitAsync(async visitor =>
        {
            await visitor.SignUpAsync();
            var first = visitor.Page;
            var second = await visitor.OpenTabAsync();
            await first.GotoAsync("about:blank");
            await visitor.ExpireAccessTokenAsync();

            await Task.WhenAll(first.GotoAsync("/account"), second.GotoAsync("/account/name"));

            await first.IsShownAsync("Account");
            await second.IsShownAsync("Display name");
            await BothAreSignedInAsync(first, second);
            Assert.DoesNotContain("was used again after its successor", site.Output, StringComparison.Ordinal);
        });

    [BrowserFact]
    public Task A_form_that_is_sent_after_its_access_token_has_expired_is_not_lost()
        => site.VisitAsync(async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Page.GotoAsync("/account/name");
            await visitor.Page.Field("Display name").FillAsync("Ada");
            await visitor.ExpireAccessTokenAsync();
            await visitor.Page.EvaluateAsync("() => localStorage.setItem('session', JSON.stringify({ ...JSON.parse(localStorage.getItem('session')), expires: 0 }))");

            await visitor.Page.Button("Save").ClickAsync();

            await Expect(visitor.Page.GetByText("Your display name has been saved.")).ToBeVisibleAsync();
        });

    [BrowserFact]
    public Task Signing_out_in_one_tab_shows_in_the_others()
        => site.VisitAsync(async visitor =>
        {
            await visitor.SignUpAsync();
            var other = visitor.Page;
            await visitor.OpenTabAsync();
            await visitor.Page.GotoAsync("/account");

            await visitor.Page.Button("Sign out").First.ClickAsync();

            await other.IsShownAsync("Sign in");
        });

    [BrowserFact]
    public Task The_back_button_shows_no_private_page_after_sign_out()
        => site.VisitAsync(async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Page.GotoAsync("/account");
            await visitor.Page.Button("Sign out").First.ClickAsync();
            await Expect(visitor.Page.Link("Sign in")).ToBeVisibleAsync();

            await visitor.Page.GoBackAsync();

            await visitor.Page.IsShownAsync("Sign in");
            await Expect(visitor.Page.GetByText(visitor.Email)).ToHaveCountAsync(0);
        });

    [BrowserFact]
    public Task A_session_that_cannot_be_refreshed_leads_to_sign_in_and_not_in_circles()
        => site.VisitAsync(async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Page.GotoAsync("about:blank");
            await visitor.ExpireAccessTokenAsync();
            await visitor.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = "sRefreshToken" });

            await visitor.Page.GotoAsync("/account");

            await visitor.Page.IsShownAsync("Sign in");
            Assert.EndsWith("/auth/sign-in?returnUrl=%2Faccount", visitor.Page.Url, StringComparison.Ordinal);
            Assert.Equal(1, visitor.CountRequests(RefreshPath));
        });

    [BrowserFact]
    public Task When_refreshing_changes_nothing_the_page_asks_instead_of_going_in_circles()
        => site.VisitAsync(async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Page.GotoAsync("about:blank");
            await visitor.ExpireAccessTokenAsync();
            await visitor.Context.RouteAsync("**" + RefreshPath, route => route.FulfillAsync(new RouteFulfillOptions
            {
                Status = 200,
                Headers = new Dictionary<string, string> { ["front-token"] = Convert.ToBase64String("""{"up":{"iat":0,"exp":3600,"sessionHandle":"other"}}"""u8) },
            }));

            await visitor.Page.GotoAsync("/account");

            await Expect(visitor.Page.Button("Continue")).ToBeVisibleAsync();
            await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That did not work.");
        });

    [BrowserTheory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public Task Continuing_leads_to_this_site_only(string address)
        => site.VisitAsync(async visitor =>
        {
            await visitor.SignUpAsync();

            await visitor.Page.GotoAsync($"{ContinuePath}?returnUrl={Uri.EscapeDataString(address)}");

            Assert.Equal(site.Address + "/", visitor.Page.Url);
            await visitor.ExpireAccessTokenAsync();
            await visitor.Page.GotoAsync($"{ContinuePath}?returnUrl={Uri.EscapeDataString(address)}");
            await visitor.Page.WaitForURLAsync(site.Address + "/");
        });

    [BrowserTheory]
    [InlineData("ViaCustomHeader")]
    [InlineData("ViaToken")]
    public async Task Refreshing_does_what_each_protection_from_other_sites_asks_for(string antiCsrf)
    {
        await using var app = await site.StartAsync(("SuperTokens__Session__AntiCsrf", antiCsrf), ("SuperTokens__EmailVerification__Mode", "Optional"));
        await site.VisitAsync(
            async visitor =>
            {
                await visitor.Page.GotoAsync("/auth/sign-up");
                await visitor.FillSignUpAsync();
                await visitor.Page.GotoAsync("/account");
                await visitor.Page.IsShownAsync("Account");
                await visitor.Page.GotoAsync("about:blank");
                await visitor.ExpireAccessTokenAsync();

                await visitor.Page.GotoAsync("/account");

                await visitor.Page.IsShownAsync("Account");
                Assert.Equal(1, visitor.CountRequests(RefreshPath));
            },
            address: app.Address.GetLeftPart(UriPartial.Authority));
    }

    private static async Task RefreshedAsync(Visitor visitor, Func<Task> act)
    {
        var refreshed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // Nobody reads the body, so that a browser that may not store it never finishes the request.
        visitor.Context.Response += (_, response) =>
        {
            if (response.Url.EndsWith(RefreshPath, StringComparison.Ordinal))
            {
                refreshed.TrySetResult();
            }
        };
        await act();
        await refreshed.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static async Task BothAreSignedInAsync(IPage first, IPage second)
    {
        foreach (var tab in new[] { first, second })
        {
            await tab.GotoAsync("/account");
            await tab.IsShownAsync("Account");
        }
    }
}
