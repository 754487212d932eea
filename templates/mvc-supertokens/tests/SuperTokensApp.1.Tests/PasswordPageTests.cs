using System.Net;
using SuperTokens.Backend.Delivery;

namespace SuperTokensApp._1.Tests;

/// <summary>Sign-up, sign-in and sign-out with a password, on pages.</summary>
public sealed class PasswordPageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Password = "Analytical-Engine-1";
    private const string OtherPassword = "Difference-Engine-1";
    private const string SignIn = "WEBSITE_BASE_PATH_PREFIX/sign-in";
    private const string SignUp = "WEBSITE_BASE_PATH_PREFIX/sign-up";

    private readonly string _email = People.NewEmail();
    private readonly Visitor _visitor = new(app);

    [Fact]
    public async Task People_sign_up_and_come_to_the_page_that_they_wanted()
    {
        await SignUpAsync(app, _visitor, _email, $"?returnUrl=%2Faccount");

        Assert.Equal("/account", _visitor.Address);
        Assert.Contains(_email, _visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_sign_out_and_in_again()
    {
        await SignUpAsync(app, _visitor, _email);
        await _visitor.PressAsync("/sign-out");
        await _visitor.OpenAsync("/account");
        Assert.StartsWith(SignIn, _visitor.Address, StringComparison.Ordinal);

        await _visitor.SendAsync(("Email", $" {_email} "), ("Password", Password));

        Assert.Equal("/account", _visitor.Address);
        await _visitor.OpenAsync(SignIn);
        Assert.Equal("/", _visitor.Address);
    }

    [Theory]
    [InlineData("Password", "Wrong e-mail")]
    [InlineData("Email", "not an e-mail address")]
    public async Task What_was_typed_wrong_is_said_at_its_field(string field, string error)
    {
        await SignUpAsync(app, new Visitor(app), _email);
        await _visitor.OpenAsync(SignIn);
        await _visitor.SendAsync(("Email", field == "Email" ? "ada" : _email), ("Password", OtherPassword));

        Assert.Equal(HttpStatusCode.OK, _visitor.Status);
        Assert.Contains(error, _visitor.Errors, StringComparison.Ordinal);
        Assert.Contains($"href=\"#{field}\"", _visitor.Errors, StringComparison.Ordinal);
        Assert.Contains($"aria-describedby=\"{field}-error\" aria-invalid=\"true\"", _visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(OtherPassword, _visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weak_password_and_a_taken_address_are_refused()
    {
        await SignUpAsync(app, new Visitor(app), _email);
        await _visitor.OpenAsync(SignUp);

        await _visitor.SendAsync(("Email", _email), ("Password", "short"));
        Assert.Contains("at least 8 characters", _visitor.Errors, StringComparison.Ordinal);

        await _visitor.SendAsync(("Email", _email), ("Password", OtherPassword));
        Assert.Contains("already exists", _visitor.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://another-site.example")]
    [InlineData("//another-site.example")]
    [InlineData("/\\another-site.example")]
    public async Task Nobody_is_led_to_another_site(string returnUrl)
    {
        await SignUpAsync(app, _visitor, _email, $"?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal("/", _visitor.Address);
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_with_the_link_of_a_mail_which_works_once()
    {
        await SignUpAsync(app, new Visitor(app), _email);
        var link = await ResetAsync(_visitor);
        await _visitor.SendAsync(("Email", _email), ("Password", OtherPassword));
        Assert.Equal("/account", _visitor.Address);

        var late = new Visitor(app);
        await late.OpenAsync(link);
        await late.SendAsync(("Password", Password));
        Assert.Contains("used before", late.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_password_ends_the_sessions_that_the_old_one_began(bool elsewhere)
    {
        await SignUpAsync(app, _visitor, _email);
        await ResetAsync(elsewhere ? new Visitor(app) : _visitor);

        await _visitor.OpenAsync("/account");

        Assert.StartsWith(SignIn, _visitor.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_forgot_a_password_is_answered_alike_with_and_without_an_account()
    {
        await SignUpAsync(app, new Visitor(app), _email);

        Assert.Equal(await AnswerToAsync(_email), await AnswerToAsync(People.NewEmail()));

        async Task<string> AnswerToAsync(string email)
        {
            var visitor = new Visitor(app);
            await visitor.OpenAsync("WEBSITE_BASE_PATH_PREFIX/forgot-password");
            await visitor.SendAsync(("Email", email));
            return visitor.Page.Replace(email, "somebody", StringComparison.Ordinal);
        }
    }

    /// <summary>Signs somebody up.</summary>
    internal static async Task SignUpAsync(TestApp app, Visitor visitor, string email, string query = "")
    {
        await visitor.OpenAsync(SignUp + query);
        await visitor.SendAsync(("Email", email), ("Password", Password));
#if (UseEmailVerification)
        await EmailPageTests.VerifyAsync(app, visitor, email);
#endif
    }

    /// <summary>Sets a new password with the link of a mail.</summary>
    /// <returns>The link.</returns>
    private async Task<string> ResetAsync(Visitor visitor)
    {
        await visitor.OpenAsync("WEBSITE_BASE_PATH_PREFIX/forgot-password?returnUrl=%2Faccount");
        await visitor.SendAsync(("Email", _email));
        var link = new Uri(app.Mails.Newest<PasswordResetEmail>(_email).Link).PathAndQuery;
        await visitor.OpenAsync(link);
        await visitor.SendAsync(("Password", OtherPassword));
        Assert.StartsWith(SignIn, visitor.Address, StringComparison.Ordinal);
        return link;
    }
}
