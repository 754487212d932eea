using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SuperTokens.Templates.Tests.Browser;

/// <summary>Forms of the MVC site that were opened before the session changed or expired, and are sent after it, by a browser that runs no scripts.</summary>
[Collection(MvcSite.Collection)]
[Trait("Speed", "Slow")]
public sealed class StaleFormTests(MvcSite site)
{
    private const string OtherSignOut = "main li button";
    private const string SignOutOthers = "main form[action$='sign-out-others'] button";
    private const string Save = "main form button";

    // No part of a random address, as "Ada" may be: addresses are hexadecimal, and the pages show them.
    private const string Name = "Ada Lovelace";

    [BrowserTheory]
    [InlineData("/account", OtherSignOut, "Account")]
    [InlineData("/account", SignOutOthers, "Account")]
    [InlineData("/account/name", Save, "Display name")]
    public Task A_form_of_somebody_elses_session_does_nothing_and_leads_back_to_its_page(string path, string button, string heading)
        => site.VisitAsync(
            visitor => site.VisitAsync(elsewhere => site.VisitAsync(async stranger =>
            {
                await stranger.SignUpAsync();
                await visitor.SignUpAsync();
                await SignInAsAsync(elsewhere, visitor);
                var form = visitor.Page;
                await form.GotoAsync(path);
                if (button == Save)
                {
                    await form.Field("Display name").FillAsync(Name);
                }

                await visitor.OpenTabAsync();
                await visitor.Page.GotoAsync("/");
                await visitor.Page.Button("Sign out").First.ClickAsync();
                await Expect(visitor.Page.Link("Sign in")).ToBeVisibleAsync();
                await SignInAsAsync(visitor, stranger);

                Assert.Equal(400, await PressAsync(form, button));

                await form.IsShownAsync("This form is too old");
                await elsewhere.Page.GotoAsync("/account");
                await elsewhere.Page.IsShownAsync("Account");
                await form.Link("Open the page again").ClickAsync();
                await form.IsShownAsync(heading);
                await form.GotoAsync("/account");
                await Expect(form.GetByText(Name)).ToHaveCountAsync(0);
            })),
            scripts: false);

    [BrowserFact]
    public Task A_form_for_signed_in_people_that_is_sent_with_an_expired_token_leads_back_to_its_page()
        => site.VisitAsync(
            async visitor =>
            {
                await visitor.SignUpAsync();
                await visitor.Page.GotoAsync("/account/name");
                await visitor.Page.Field("Display name").FillAsync(Name);
                await visitor.ExpireAccessTokenAsync();
                await visitor.Page.Button("Save").ClickAsync();
                await visitor.Page.Button("Continue").ClickAsync();

                await visitor.Page.IsShownAsync("Display name");
                await visitor.Page.Field("Display name").FillAsync(Name);
                await visitor.Page.Button("Save").ClickAsync();
                await Expect(visitor.Page.GetByText("Your display name has been saved.")).ToBeVisibleAsync();
            },
            scripts: false);

    [BrowserFact]
    public Task A_form_for_everybody_that_is_sent_with_an_expired_token_leads_back_to_its_page()
        => site.VisitAsync(
            async visitor =>
            {
                await visitor.Page.GotoAsync("/auth/sign-up");
                await visitor.FillSignUpAsync();
                await visitor.Page.GotoAsync("/auth/verify-email");
                await visitor.Page.IsShownAsync("Verify your address");
                await visitor.ExpireAccessTokenAsync();

                await visitor.Page.Button("Send the e-mail again").ClickAsync();
                await visitor.Page.Button("Continue").ClickAsync();

                await visitor.Page.IsShownAsync("Verify your address");
                await visitor.Page.Button("Send the e-mail again").ClickAsync();
                await Expect(visitor.Page.GetByText("An e-mail with a link is on its way.")).ToBeVisibleAsync();
            },
            scripts: false);

    /// <summary>Presses a button, and reads the status of the answer.</summary>
    private static async Task<int> PressAsync(IPage page, string button)
        => (await page.RunAndWaitForResponseAsync(() => page.Locator(button).First.ClickAsync(), response => response.Request.Method == "POST")).Status;

    private static async Task SignInAsAsync(Visitor visitor, Visitor person)
    {
        var page = visitor.Page;
        await page.GotoAsync("/auth/sign-in");
        await page.Field("E-mail address").FillAsync(person.Email);
        await page.Field("Password").FillAsync(person.Password);
        await page.Button("Sign in").ClickAsync();
        await Expect(page.Button("Sign out").First).ToBeVisibleAsync();
    }
}
