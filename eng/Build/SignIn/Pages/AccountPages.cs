namespace SuperTokens.Build.Pages;

/// <summary>The pages of somebody who has signed in.</summary>
internal static class AccountPages
{
    internal static async Task RunAsync(SiteRun site, Func<PageBrowser, Task> signIn)
    {
        await site.StepAsync("The account page ends the sessions elsewhere", () => EndOthersAsync(site, signIn)).ConfigureAwait(false);
        if (site.Recipes.Contains("userroles"))
        {
            await site.StepAsync("Pages for members are for members", () => JoinAsync(site, signIn)).ConfigureAwait(false);
        }

        if (site.Recipes.Contains("usermetadata"))
        {
            await site.StepAsync("The account page keeps a name", () => RenameAsync(site, signIn)).ConfigureAwait(false);
        }
    }

    private static async Task EndOthersAsync(SiteRun site, Func<PageBrowser, Task> signIn)
    {
        var (here, there) = (site.NewBrowser(), site.NewBrowser());
        await signIn(there).ConfigureAwait(false);
        await signIn(here).ConfigureAwait(false);
        var account = (await here.OpenAsync(SiteRun.Account).ConfigureAwait(false)).IsAt(SiteRun.Account);
        if (account.CountItems("sessions") < 2)
        {
            throw new BuildException("The account page should show the sessions of both browsers.");
        }

        var left = await here.SubmitAsync(account, account.FormTo(SiteRun.Account + "/sessions/sign-out-others")).ConfigureAwait(false);
        if (left.IsAt(SiteRun.Account).CountItems("sessions") != 1)
        {
            throw new BuildException("The account page should show one session once the others have ended.");
        }

        (await there.OpenAsync(SiteRun.Account).ConfigureAwait(false)).IsAt(site.SignIn);
        await site.SignOutAsync(here).ConfigureAwait(false);
    }

    private static async Task JoinAsync(SiteRun site, Func<PageBrowser, Task> signIn)
    {
        var browser = site.NewBrowser();
        (await browser.OpenAsync("/members").ConfigureAwait(false)).IsAt(site.SignIn);
        await signIn(browser).ConfigureAwait(false);
        (await browser.OpenAsync("/members").ConfigureAwait(false)).IsAt(site.BasePath + "/access-denied", 403);
        var account = await browser.OpenAsync(SiteRun.Account).ConfigureAwait(false);
        (await browser.SubmitAsync(account, account.FormTo("/membership")).ConfigureAwait(false)).IsAt("/members");
        (await browser.OpenAsync("/admin").ConfigureAwait(false)).IsAt(site.BasePath + "/access-denied", 403);
    }

    private static async Task RenameAsync(SiteRun site, Func<PageBrowser, Task> signIn)
    {
        var browser = site.NewBrowser();
        await signIn(browser).ConfigureAwait(false);
        var edit = await browser.OpenAsync(SiteRun.Account + "/name").ConfigureAwait(false);
        var refused = await browser.SubmitAsync(edit, edit.FormWith("DisplayName"), ("DisplayName", " ")).ConfigureAwait(false);
        var kept = await browser.SubmitAsync(refused, refused.HasErrorAt("DisplayName").FormWith("DisplayName"), ("DisplayName", "Mary <S>")).ConfigureAwait(false);
        kept.IsAt(SiteRun.Account).Shows("Mary <S>");
    }
}
