using SuperTokens.Backend.Delivery;

namespace SuperTokensApp._1.Tests;

/// <summary>Verifying an address, on pages.</summary>
public sealed class EmailPageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Page = "WEBSITE_BASE_PATH_PREFIX/verify-email";

    private readonly Visitor _visitor = new(app);

    [Fact]
    public async Task The_page_is_for_people_who_are_signed_in()
    {
        await _visitor.OpenAsync(Page);

        Assert.StartsWith("WEBSITE_BASE_PATH_PREFIX/sign-in", _visitor.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_of_no_use_is_said_to_be()
    {
        await _visitor.OpenAsync($"{Page}?token=nothing&tenantId=public");
        await _visitor.SendAsync();

        Assert.Contains("used before", _visitor.Errors, StringComparison.Ordinal);
    }
#if (UseEmailPassword)

    [Fact]
    public async Task Who_has_not_verified_the_address_is_led_to_where_that_is_done_and_back()
    {
        var email = People.NewEmail();
        await _visitor.OpenAsync("WEBSITE_BASE_PATH_PREFIX/sign-up?returnUrl=%2Faccount");
        await _visitor.SendAsync(("Email", email), ("Password", "Analytical-Engine-1"));
        Assert.StartsWith($"{Page}?returnUrl=%2Faccount", _visitor.Address, StringComparison.Ordinal);

        var link = new Uri(app.Mails.Newest<VerifyEmailEmail>(email).Link).PathAndQuery;
        await _visitor.OpenAsync(link);
        await _visitor.OpenAsync("/account");
        Assert.StartsWith(Page, _visitor.Address, StringComparison.Ordinal);

        await _visitor.OpenAsync(link);
        await _visitor.SendAsync();
        Assert.Equal("/account", _visitor.Address);
    }

    [Fact]
    public async Task The_page_that_follows_says_which_address_is_verified()
    {
        var email = People.NewEmail();
        await _visitor.OpenAsync("WEBSITE_BASE_PATH_PREFIX/sign-up");
        await _visitor.SendAsync(("Email", email), ("Password", "Analytical-Engine-1"));
        await _visitor.OpenAsync("/account");

        await _visitor.OpenAsync(new Uri(app.Mails.Newest<VerifyEmailEmail>(email).Link).PathAndQuery);
        await _visitor.SendAsync();

        Assert.Contains($"{email} is verified", _visitor.Page, StringComparison.Ordinal);
    }
#endif

    /// <summary>Verifies the address of somebody who has signed up on a page, and goes on to where they wanted.</summary>
    internal static async Task VerifyAsync(TestApp app, Visitor visitor, string email)
    {
        var wanted = visitor.Address;
        await visitor.OpenAsync("/account");
        await visitor.OpenAsync(new Uri(app.Mails.Newest<VerifyEmailEmail>(email).Link).PathAndQuery);
        await visitor.SendAsync();
        await visitor.OpenAsync(wanted.StartsWith(Page, StringComparison.Ordinal) ? "/account" : wanted);
    }
}
