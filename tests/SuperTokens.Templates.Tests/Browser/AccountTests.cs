using static Microsoft.Playwright.Assertions;

namespace SuperTokens.Templates.Tests.Browser;

/// <summary>The account page of the MVC site.</summary>
[Collection(MvcSite.Collection)]
[Trait("Speed", "Slow")]
public sealed class AccountTests(MvcSite site)
{
    private const string OtherSignOut = "main li button";

    [BrowserFact]
    public Task A_session_that_is_signed_out_elsewhere_ends()
        => site.VisitAsync(visitor => site.VisitAsync(async elsewhere =>
        {
            await visitor.SignUpAsync();
            await SignInAsAsync(elsewhere, visitor);
            await visitor.Page.GotoAsync("/account");

            await visitor.Page.Locator(OtherSignOut).ClickAsync();

            await Expect(visitor.Page.GetByText("That browser or device is signed out.")).ToBeVisibleAsync();
            await Expect(visitor.Page.Locator(OtherSignOut)).ToHaveCountAsync(0);
            await elsewhere.Page.GotoAsync("/account");
            await elsewhere.Page.IsShownAsync("Sign in");
        }));

    [BrowserFact]
    public Task Signing_out_everywhere_else_leaves_this_session()
        => site.VisitAsync(visitor => site.VisitAsync(async elsewhere =>
        {
            await visitor.SignUpAsync();
            await SignInAsAsync(elsewhere, visitor);
            await visitor.Page.GotoAsync("/account");

            await visitor.Page.Button("Sign out everywhere else").ClickAsync();

            await Expect(visitor.Page.GetByText("You are signed out everywhere else.")).ToBeVisibleAsync();
            await Expect(visitor.Page.GetByText("This one")).ToBeVisibleAsync();
            await elsewhere.Page.GotoAsync("/account");
            await elsewhere.Page.IsShownAsync("Sign in");
        }));

    [BrowserFact]
    public Task Naming_somebody_elses_session_changes_nothing()
        => site.VisitAsync(visitor => site.VisitAsync(async stranger =>
        {
            await visitor.SignUpAsync();
            await stranger.SignUpAsync();
            var handle = await visitor.Page.Locator("meta[name=session]").GetAttributeAsync("content");
            await SignInAsAsync(stranger, stranger);
            await stranger.Page.GotoAsync("/account");
            await stranger.Page.EvaluateAsync("handle => { document.querySelector('main li form input[name=handle]').value = handle; }", handle);

            await stranger.Page.Locator(OtherSignOut).First.ClickAsync();

            await stranger.Page.IsShownAsync("Account");
            await Expect(stranger.Page.GetByText("That browser or device is signed out.")).ToHaveCountAsync(0);
            await visitor.Page.GotoAsync("/account");
            await visitor.Page.IsShownAsync("Account");
        }));

    [BrowserFact]
    public Task People_change_their_display_name()
        => site.VisitAsync(async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Page.Link("Change").ClickAsync();
            await visitor.Page.Field("Display name").FillAsync(" ");
            await visitor.Page.Button("Save").ClickAsync();
            await Expect(visitor.Page.Field("Display name")).ToHaveAccessibleDescriptionAsync("What you want to be called. Please enter a name.");

            await visitor.Page.Field("Display name").FillAsync("Ada <b>Lovelace</b>");
            await visitor.Page.Button("Save").ClickAsync();

            await Expect(visitor.Page.GetByText("Ada <b>Lovelace</b>")).ToBeVisibleAsync();
        });

    [BrowserFact]
    public Task People_become_members_and_see_the_page_for_members_but_not_the_one_for_administrators()
        => site.VisitAsync(async visitor =>
        {
            await visitor.SignUpAsync();
            await visitor.Page.Button("Become a member").ClickAsync();
            await Expect(visitor.Page.GetByText("Only members see this page.")).ToBeVisibleAsync();

            var answer = await visitor.Page.GotoAsync("/admin");

            await visitor.Page.IsShownAsync("Access denied");
            Assert.Equal(403, answer!.Status);
        });

    private static async Task SignInAsAsync(Visitor visitor, Visitor person)
    {
        await visitor.Context.ClearCookiesAsync();
        var page = visitor.Page;
        await page.GotoAsync("/auth/sign-in");
        await page.Field("E-mail address").FillAsync(person.Email);
        await page.Field("Password").FillAsync(person.Password);
        await page.Button("Sign in").ClickAsync();
        await Expect(page.Button("Sign out").First).ToBeVisibleAsync();
    }
}
