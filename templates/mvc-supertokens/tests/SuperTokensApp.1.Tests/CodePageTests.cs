using System.Net;
using SuperTokens.Backend.Delivery;

namespace SuperTokensApp._1.Tests;

/// <summary>Sign-in with a code or a link, on pages.</summary>
public sealed class CodePageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Page = "WEBSITE_BASE_PATH_PREFIX/code";

    private readonly string _email = People.NewEmail();
    private readonly Visitor _visitor = new(app);

    private string Code => app.Mails.Newest<PasswordlessLoginEmail>(_email).Code!;

    [Fact]
    public async Task The_code_of_a_mail_signs_in_and_leads_to_the_page_that_people_wanted()
    {
        await AskAsync(_visitor, _email);
        await _visitor.SendAsync(("Code", $" {Code} "));

        Assert.Equal("/account", _visitor.Address);
        Assert.Contains(_email, _visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_does_not_sign_in_and_says_how_many_attempts_are_left()
    {
        await AskAsync(_visitor, _email);
        await _visitor.SendAsync(("Code", Code == "123456" ? "654321" : "123456"));
        Assert.Contains("Attempts left: 4", _visitor.Errors, StringComparison.Ordinal);

        await _visitor.SendAsync(("Code", Code));
        Assert.Equal("/account", _visitor.Address);
    }

    [Fact]
    public async Task Another_code_can_be_sent_and_another_address_used()
    {
        await AskAsync(_visitor, _email);
        var first = Code;
        await _visitor.PressAsync("/code/resend");
        Assert.NotEqual(first, Code);

        await _visitor.PressAsync("/code/restart");
        Assert.Contains("name=\"Contact\"", _visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_of_no_use_in_another_browser()
    {
        await AskAsync(_visitor, _email);
        var stranger = new Visitor(app);
        await stranger.OpenAsync(Page);

        Assert.DoesNotContain("name=\"Code\"", stranger.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_address_gets_no_code()
    {
        await _visitor.OpenAsync(Page);
        await _visitor.SendAsync(("Contact", "ada"));

        Assert.Equal(HttpStatusCode.OK, _visitor.Status);
        Assert.Contains("not an e-mail address", _visitor.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_of_a_mail_signs_in_only_when_its_button_is_pressed()
    {
        await AskAsync(new Visitor(app), _email);
        var link = new Uri(app.Mails.Newest<PasswordlessLoginEmail>(_email).Link!);

        await _visitor.OpenAsync(link.PathAndQuery);
        await _visitor.OpenAsync(link.PathAndQuery);
        await _visitor.SendAsync(("LinkCode", link.Fragment[1..]));
        await _visitor.OpenAsync("/account");
        Assert.Equal("/account", _visitor.Address);

        var late = new Visitor(app);
        await late.OpenAsync(link.PathAndQuery);
        Assert.DoesNotContain(_email, late.Page, StringComparison.Ordinal);
        await late.SendAsync(("LinkCode", link.Fragment[1..]));
        Assert.Contains("used before", late.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_link_says_for_whom_it_is_where_they_asked_for_it()
    {
        await AskAsync(_visitor, _email);
        await _visitor.OpenAsync(new Uri(app.Mails.Newest<PasswordlessLoginEmail>(_email).Link!).PathAndQuery);

        Assert.Contains($"signed in as {_email}", _visitor.Page, StringComparison.Ordinal);
    }

    /// <summary>Signs somebody in with a code, and opens their account.</summary>
    internal static async Task SignInAsync(TestApp app, Visitor visitor, string email, string tenantId)
    {
        await AskAsync(visitor, email, tenantId);
        await visitor.SendAsync(("Code", app.Mails.Newest<PasswordlessLoginEmail>(email).Code!));
    }

    private static async Task AskAsync(Visitor visitor, string email, string tenantId = "public")
    {
        await visitor.OpenAsync($"{Page}?returnUrl=%2Faccount&tenantId={tenantId}");
        await visitor.SendAsync(("Contact", email));
    }
}
