namespace SuperTokens.Build.Pages;

/// <summary>The buttons to sign in at a provider.</summary>
internal static class ProviderPages
{
    internal static async Task RunAsync(SiteRun site, LocalProvider provider, string email)
    {
        await site.StepAsync("Sign in on the page at a local provider", async () =>
        {
            var browser = site.NewBrowser();
            await SignInAsync(site, provider, browser, email).ConfigureAwait(false);
            (await browser.OpenAsync(SiteRun.Account).ConfigureAwait(false)).IsAt(SiteRun.Account).Shows(email);
            await site.SignOutAsync(browser).ConfigureAwait(false);
        }).ConfigureAwait(false);
        await site.StepAsync("Coming back to the page uninvited signs nobody in", async () =>
        {
            var browser = site.NewBrowser();
            await browser.OpenAsync($"{site.BasePath}/callback/{LocalProvider.Id}?code=x&state=x").ConfigureAwait(false);
            (await browser.OpenAsync(SiteRun.Account).ConfigureAwait(false)).IsAt(site.SignIn);
        }).ConfigureAwait(false);
    }

    internal static async Task SignInAsync(SiteRun site, LocalProvider provider, PageBrowser browser, string email)
    {
        var signIn = await browser.OpenAsync(site.SignIn).ConfigureAwait(false);
        var left = await browser.OpenAsync(signIn.LinkTo($"{site.BasePath}/external/{LocalProvider.Id}")).ConfigureAwait(false);
        var query = await provider.SignInAsync(left.LeadsTo ?? throw new BuildException($"The button of the provider leads to {left.Address}."), email, site.Flow.CancellationToken).ConfigureAwait(false);
        var parameters = string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        await browser.OpenAsync($"{site.BasePath}/callback/{LocalProvider.Id}?{parameters}").ConfigureAwait(false);
    }
}
