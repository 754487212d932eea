namespace SuperTokens.Build.Pages;

/// <summary>What people do on the pages of a site, with scripts off, in each way to sign in that it offers.</summary>
internal static class PageFlow
{
    internal static async Task RunAsync(SiteRun site, LocalProvider? provider, Func<string, string> newEmail)
    {
        await VisitAsync(site).ConfigureAwait(false);
        Func<PageBrowser, Task>? signIn = null;
        if (site.Recipes.Contains("emailpassword"))
        {
            var email = newEmail("mary");
            signIn = await PasswordPages.RunAsync(site, email).ConfigureAwait(false);
        }

        if (site.Recipes.Contains("passwordless"))
        {
            var email = newEmail("karen");
            await CodePages.RunAsync(site, email).ConfigureAwait(false);
            signIn ??= browser => CodePages.SignInAsync(site, browser, email);
        }

        if (site.Recipes.Contains("thirdparty"))
        {
            var email = newEmail("radia");
            await ProviderPages.RunAsync(site, provider!, email).ConfigureAwait(false);
            signIn ??= browser => ProviderPages.SignInAsync(site, provider!, browser, email);
        }

        await AccountPages.RunAsync(site, signIn!).ConfigureAwait(false);
    }

    private static async Task VisitAsync(SiteRun site)
    {
        await site.StepAsync("The home page is open, and lets in nothing from elsewhere", async () =>
            (await site.NewBrowser().OpenAsync("/").ConfigureAwait(false)).IsAt("/").HasHeader("Content-Security-Policy", "default-src 'none'")).ConfigureAwait(false);
        await site.StepAsync("A page without a session leads to sign-in; a script gets 401", async () =>
        {
            (await site.NewBrowser().OpenAsync(SiteRun.Account).ConfigureAwait(false)).IsAt(site.SignIn);
            (await site.Flow.GetAsync(SiteRun.Account).ConfigureAwait(false)).Is(401, FlowRun.Unauthorised);
        }).ConfigureAwait(false);
        await site.StepAsync("A page that does not exist is 404", async () =>
            (await site.NewBrowser().OpenAsync("/no-such-page").ConfigureAwait(false)).HasStatus(404)).ConfigureAwait(false);
    }
}
