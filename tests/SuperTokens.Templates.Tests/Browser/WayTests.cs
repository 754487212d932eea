using static Microsoft.Playwright.Assertions;

namespace SuperTokens.Templates.Tests.Browser;

/// <summary>The ways into the MVC site. What needs no script of the site is tried with scripts off, too.</summary>
[Collection(MvcSite.Collection)]
[Trait("Speed", "Slow")]
public sealed class WayTests(MvcSite site)
{
    [BrowserFact]
    public Task Signing_up_in_and_out_needs_no_script()
        => site.VisitAsync(
            async visitor =>
            {
                await visitor.SignUpAsync();
                await visitor.Page.Button("Sign out").First.ClickAsync();

                await visitor.SignInAsync();

                await visitor.Page.GotoAsync("/account");
                await visitor.Page.IsShownAsync("Account");
            },
            scripts: false);

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_password_is_reset_by_the_mailed_link(bool scripts)
        => site.VisitAsync(
            async visitor =>
            {
                await visitor.SignUpAsync();
                await visitor.Context.ClearCookiesAsync();
                await visitor.Page.GotoAsync("/auth/sign-in");
                await visitor.Page.Link("Forgot your password?").ClickAsync();
                await visitor.Page.Field("E-mail address").FillAsync(visitor.Email);
                await visitor.Page.Button("Send the link").ClickAsync();
                await visitor.Page.IsShownAsync("Check your mail");

                await visitor.Page.GotoAsync((await visitor.ReadMailAsync()).Link);
                await visitor.Page.Field("New password").FillAsync("Difference-Engine-2");
                await visitor.Page.Button("Save password").ClickAsync();

                await Expect(visitor.Page.GetByText("Your password has been changed.")).ToBeVisibleAsync();
                await visitor.Page.Field("E-mail address").FillAsync(visitor.Email);
                await visitor.Page.Field("Password").FillAsync("Difference-Engine-2");
                await visitor.Page.Button("Sign in").ClickAsync();
                await visitor.Page.GotoAsync("/account");
                await visitor.Page.IsShownAsync("Account");
            },
            scripts);

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_code_signs_in(bool scripts)
        => site.VisitAsync(
            async visitor =>
            {
                await AskForCodeAsync(visitor);

                await visitor.Page.Field("Code").FillAsync((await visitor.ReadMailAsync()).Code);
                await visitor.Page.Button("Sign in").ClickAsync();

                await visitor.Page.IsShownAsync("Account");
            },
            scripts);

    [BrowserFact]
    public Task A_magic_link_signs_in_and_leaves_no_secret_in_the_address_bar()
        => site.VisitAsync(async visitor =>
        {
            await AskForCodeAsync(visitor);
            var link = new Uri((await visitor.ReadMailAsync()).Link);

            await visitor.Page.GotoAsync(link.ToString());
            await Expect(visitor.Page.GetByText("One more click and you are signed in")).ToBeVisibleAsync();
            Assert.DoesNotContain(link.Fragment.TrimStart('#'), visitor.Page.Url, StringComparison.Ordinal);
            await visitor.Page.Button("Sign in").ClickAsync();

            await visitor.Page.IsShownAsync("Account");
        });

    [BrowserFact]
    public Task An_account_elsewhere_signs_in()
        => site.VisitAsync(async visitor =>
        {
            await visitor.Page.GotoAsync("/auth/sign-in?returnUrl=/account");

            await visitor.Page.Link("Continue with A provider on this machine").ClickAsync();

            await visitor.Page.IsShownAsync("Account");
        });

    [BrowserFact]
    public Task Without_scripts_a_session_that_has_expired_is_continued_by_a_button()
        => site.VisitAsync(
            async visitor =>
            {
                await visitor.SignUpAsync();
                await visitor.ExpireAccessTokenAsync();

                await visitor.Page.GotoAsync("/account");
                await visitor.Page.Button("Continue").ClickAsync();

                await visitor.Page.IsShownAsync("Account");
            },
            scripts: false);

    [BrowserFact]
    public Task A_password_is_shown_and_hidden_again()
        => site.VisitAsync(async visitor =>
        {
            await visitor.Page.GotoAsync("/auth/sign-up");
            var field = visitor.Page.Field("Password");

            await visitor.Page.Button("Show: Password").ClickAsync();
            await Expect(field).ToHaveAttributeAsync("type", "text");
            await visitor.Page.Button("Hide: Password").ClickAsync();

            await Expect(field).ToHaveAttributeAsync("type", "password");
        });

    private static async Task AskForCodeAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync("/auth/sign-in?returnUrl=/account");
        await visitor.Page.Link("Sign in with a code").ClickAsync();
        await visitor.Page.Field("E-mail address").FillAsync(visitor.Email);
        await visitor.Page.Button("Send the code").ClickAsync();
        await visitor.Page.IsShownAsync("Enter your code");
    }
}
