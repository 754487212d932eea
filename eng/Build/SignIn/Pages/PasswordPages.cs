namespace SuperTokens.Build.Pages;

/// <summary>The pages to sign up and in with an address and a password, and to reset it.</summary>
internal static class PasswordPages
{
    private const string Password = "Analytical-Engine-1";
    private const string NewPassword = "Difference-Engine-2";

    /// <returns>Signs the person in once more.</returns>
    internal static async Task<Func<PageBrowser, Task>> RunAsync(SiteRun site, string email)
    {
        await site.StepAsync("Sign up on the page, past a weak password, and go back", () => SignUpAsync(site, email)).ConfigureAwait(false);
        await site.StepAsync("A wrong password is shown at its field", () => MistypeAsync(site, email)).ConfigureAwait(false);
        await site.StepAsync("A form of another site is refused", () => ForgeAsync(site, email)).ConfigureAwait(false);
        await site.StepAsync("Sign in on the page, and go back", () => SignInAsync(site, site.NewBrowser(), email, Password)).ConfigureAwait(false);
        await site.StepAsync("Reset the password with the link in the inbox", () => ResetAsync(site, email)).ConfigureAwait(false);
        return browser => SignInAsync(site, browser, email, NewPassword);
    }

    private static async Task SignUpAsync(SiteRun site, string email)
    {
        var browser = site.NewBrowser();
        var signIn = (await browser.OpenAsync(SiteRun.Account).ConfigureAwait(false)).IsAt(site.SignIn);
        var signUp = (await browser.OpenAsync(signIn.LinkTo(site.SignUp)).ConfigureAwait(false)).IsAt(site.SignUp);
        var refused = await browser.SubmitAsync(signUp, signUp.FormWith("Password"), ("Email", email), ("Password", "weak")).ConfigureAwait(false);
        refused.IsAt(site.SignUp).HasErrorAt("Password").Shows(email).DoesNotShow("\"weak\"");
        var signedUp = await browser.SubmitAsync(refused, refused.FormWith("Password"), ("Email", email), ("Password", Password)).ConfigureAwait(false);
        (await site.VerifyEmailAsync(browser, signedUp, email).ConfigureAwait(false)).IsAt(SiteRun.Account).Shows(email).HasHeader("Cache-Control", "no-store");
        await site.SignOutAsync(browser).ConfigureAwait(false);
    }

    private static async Task MistypeAsync(SiteRun site, string email)
    {
        var browser = site.NewBrowser();
        var page = await browser.OpenAsync(site.SignIn).ConfigureAwait(false);
        var refused = await browser.SubmitAsync(page, page.FormWith("Password"), ("Email", email), ("Password", NewPassword)).ConfigureAwait(false);
        refused.IsAt(site.SignIn).HasErrorAt("Password").Shows(email).DoesNotShow(NewPassword);
    }

    private static async Task ForgeAsync(SiteRun site, string email)
    {
        var page = await site.NewBrowser().OpenAsync(site.SignIn).ConfigureAwait(false);

        // The token belongs to the cookie of the browser that got it.
        (await site.NewBrowser().SubmitAsync(page, page.FormWith("Password"), ("Email", email), ("Password", Password)).ConfigureAwait(false)).HasStatus(400);
    }

    private static async Task SignInAsync(SiteRun site, PageBrowser browser, string email, string password)
    {
        var page = (await browser.OpenAsync(SiteRun.Account).ConfigureAwait(false)).IsAt(site.SignIn);
        var signedIn = await browser.SubmitAsync(page, page.FormWith("Password"), ("Email", email), ("Password", password)).ConfigureAwait(false);
        signedIn.IsAt(SiteRun.Account).Shows(email);
    }

    private static async Task ResetAsync(SiteRun site, string email)
    {
        var browser = site.NewBrowser();
        var forgot = await browser.OpenAsync(site.BasePath + "/forgot-password").ConfigureAwait(false);
        (await browser.SubmitAsync(forgot, forgot.FormWith("Email"), ("Email", email)).ConfigureAwait(false)).HasStatus(200);
        var mail = await site.Flow.NewestMessageAsync(email).ConfigureAwait(false);
        var reset = (await browser.OpenAsync(mail.Link).ConfigureAwait(false)).IsAt(site.BasePath + "/reset-password");
        (await browser.SubmitAsync(reset, reset.FormWith("Password"), ("Password", NewPassword)).ConfigureAwait(false)).IsAt(site.SignIn);

        var again = (await browser.OpenAsync(site.SignIn).ConfigureAwait(false)).IsAt(site.SignIn);
        var old = await browser.SubmitAsync(again, again.FormWith("Password"), ("Email", email), ("Password", Password)).ConfigureAwait(false);
        old.IsAt(site.SignIn).HasErrorAt("Password");
        await SignInAsync(site, browser, email, NewPassword).ConfigureAwait(false);
    }
}
