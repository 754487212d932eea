namespace SuperTokens.Backend.Delivery;

public sealed class PasswordlessContentTests
{
    private const string Link = "http://localhost:3000/auth/verify?preAuthSessionId=p1&tenantId=public#l1";

    [Theory]
    [InlineData("123456", null, "123456 is your code to sign in to Acme. It works for 15 minutes.")]
    [InlineData(null, Link, $"Open this link to sign in to Acme: {Link}\nIt works once, within 15 minutes.")]
    [InlineData("123456", Link, $"123456 is your code to sign in to Acme. Or open this link: {Link}\nBoth work for 15 minutes.")]
    public void SMS_has_what_was_asked_for_and_says_how_long_it_lasts(string? code, string? link, string text)
    {
        var message = new PasswordlessLoginSms("+15551234567", "public", "p1", TimeSpan.FromMinutes(15)) { Code = code, Link = link };
        var content = SmsContentProvider.PasswordlessLogin(message, "Acme");
        Assert.Equal(text, content.Text);
        Assert.Equal((code, link), (content.Code, content.Link));
        Assert.Equal(("PasswordlessLoginSms", "SmsContent"), (message.ToString(), content.ToString()));
    }

    [Theory]
    [InlineData("123456", null)]
    [InlineData(null, Link)]
    [InlineData("123456", Link)]
    public void Mail_has_what_was_asked_for_in_text_and_HTML_and_says_how_long_it_lasts(string? code, string? link)
    {
        var message = new PasswordlessLoginEmail("<b>ann@example.com", "public", "p1", TimeSpan.FromMinutes(15)) { Code = code, Link = link };
        var content = EmailContentProvider.PasswordlessLogin(message, "Acme").ToContent();
        Assert.Equal("Sign in to Acme", content.Subject);
        Assert.Equal(code is not null, content.Text.Contains("\n123456\n", StringComparison.Ordinal));
        Assert.Equal(code is not null, content.Html.Contains(">123456</p>", StringComparison.Ordinal));
        Assert.Equal(link is not null, content.Text.Contains($"\n{Link}\n", StringComparison.Ordinal));
        Assert.Equal(link is not null, content.Html.Contains("href=\"http://localhost:3000/auth/verify?preAuthSessionId=p1&amp;tenantId=public#l1\"", StringComparison.Ordinal));
        Assert.Contains("&lt;b&gt;ann@example.com", content.Html, StringComparison.Ordinal);
        Assert.Contains("within 15 minutes", content.Text, StringComparison.Ordinal);
        Assert.Contains("within 15 minutes", content.Html, StringComparison.Ordinal);
        Assert.Equal((code, link), (content.Code, content.Link));
        Assert.Equal("PasswordlessLoginEmail", message.ToString());
    }

    [Fact]
    public void Second_factor_does_not_speak_of_signing_in()
    {
        var mail = new PasswordlessLoginEmail("ann@example.com", "public", "p1", TimeSpan.FromMinutes(15)) { Code = "123456", IsFirstFactor = false };
        var sms = new PasswordlessLoginSms("+15551234567", "public", "p1", TimeSpan.FromMinutes(15)) { Code = "123456", IsFirstFactor = false };
        Assert.Equal("Go on at Acme", EmailContentProvider.PasswordlessLogin(mail, "Acme").ToContent().Subject);
        Assert.StartsWith("123456 is your code to go on at Acme.", SmsContentProvider.PasswordlessLogin(sms, "Acme").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_without_code_and_link_is_refused()
    {
        Assert.Throws<ArgumentException>(() => EmailContentProvider.PasswordlessLogin(new PasswordlessLoginEmail("ann@example.com", "public", "p1", TimeSpan.FromMinutes(15)), "Acme"));
        Assert.Throws<ArgumentException>(() => SmsContentProvider.PasswordlessLogin(new PasswordlessLoginSms("+15551234567", "public", "p1", TimeSpan.FromMinutes(15)), "Acme"));
    }
}
