namespace SuperTokens.Build.Pages;

/// <summary>What the steps on the pages of a site share.</summary>
/// <param name="Flow">The flow they are part of.</param>
/// <param name="Client">Reaches the app.</param>
/// <param name="BasePath">Where the pages to sign in are, without a slash at the end.</param>
/// <param name="Recipes">The recipes of the app, as <c>--recipes</c> calls them.</param>
internal sealed record SiteRun(FlowRun Flow, HttpClient Client, string BasePath, IReadOnlySet<string> Recipes)
{
    internal const string Account = "/account";

    internal string SignIn => BasePath + "/sign-in";

    internal string SignUp => BasePath + "/sign-up";

    internal PageBrowser NewBrowser() => new(Client, Flow.CancellationToken);

    internal Task StepAsync(string title, Func<Task> run) => Flow.StepAsync(title, run);

    /// <summary>Ends a session with the button that every page of somebody who is signed in has.</summary>
    internal async Task SignOutAsync(PageBrowser browser)
    {
        var page = await browser.OpenAsync(Account).ConfigureAwait(false);
        await browser.SubmitAsync(page, page.IsAt(Account).FormTo($"{Flow.BasePath}/session/refresh/sign-out")).ConfigureAwait(false);
        (await browser.OpenAsync(Account).ConfigureAwait(false)).IsAt(SignIn);
    }

    /// <summary>Verifies the address with the mail that was sent, if the app wants that before it shows a page.</summary>
    /// <returns>The page after that.</returns>
    internal async Task<Page> VerifyEmailAsync(PageBrowser browser, Page page, string email)
    {
        if (!Recipes.Contains("emailverification"))
        {
            return page;
        }

        page.IsAt(BasePath + "/verify-email");
        var mail = await Flow.NewestMessageAsync(email).ConfigureAwait(false);
        var confirm = (await browser.OpenAsync(mail.Link).ConfigureAwait(false)).IsAt(BasePath + "/verify-email");
        return await browser.SubmitAsync(confirm, confirm.FormTo(BasePath + "/verify-email")).ConfigureAwait(false);
    }
}
