namespace SuperTokens.Build.Pages;

/// <summary>The pages to sign in with a code or a link.</summary>
internal static class CodePages
{
    internal static async Task RunAsync(SiteRun site, string email)
    {
        var page = site.BasePath + "/code";
        await site.StepAsync("A wrong code is shown at its field, the right one signs in", async () =>
        {
            var browser = site.NewBrowser();
            var asked = await AskAsync(site, browser, email).ConfigureAwait(false);
            var right = (await site.Flow.NewestMessageAsync(email).ConfigureAwait(false)).Code;
            var wrong = await browser.SubmitAsync(asked, asked.FormWith("Code"), ("Code", right == "123456" ? "654321" : "123456")).ConfigureAwait(false);
            wrong.HasErrorAt("Code").DoesNotShow(right);
            await browser.SubmitAsync(wrong, wrong.FormWith("Code"), ("Code", right)).ConfigureAwait(false);
            (await browser.OpenAsync(SiteRun.Account).ConfigureAwait(false)).IsAt(SiteRun.Account).Shows(email);
            await site.SignOutAsync(browser).ConfigureAwait(false);
        }).ConfigureAwait(false);
        await site.StepAsync("Without scripts, the link in the inbox leads to the code", async () =>
        {
            var browser = site.NewBrowser();
            await AskAsync(site, browser, email).ConfigureAwait(false);
            var link = (await site.Flow.NewestMessageAsync(email).ConfigureAwait(false)).Link;
            (await browser.OpenAsync((await browser.OpenAsync(link).ConfigureAwait(false)).IsAt(site.BasePath + "/verify").LinkTo(page)).ConfigureAwait(false)).FormWith("Code");
        }).ConfigureAwait(false);
    }

    internal static async Task SignInAsync(SiteRun site, PageBrowser browser, string email)
    {
        var asked = await AskAsync(site, browser, email).ConfigureAwait(false);
        var code = (await site.Flow.NewestMessageAsync(email).ConfigureAwait(false)).Code;
        await browser.SubmitAsync(asked, asked.FormWith("Code"), ("Code", code)).ConfigureAwait(false);
    }

    private static async Task<Page> AskAsync(SiteRun site, PageBrowser browser, string email)
    {
        var contact = (await browser.OpenAsync(site.BasePath + "/code").ConfigureAwait(false)).HasStatus(200);
        return await browser.SubmitAsync(contact, contact.FormWith("Contact"), ("Contact", email)).ConfigureAwait(false);
    }
}
