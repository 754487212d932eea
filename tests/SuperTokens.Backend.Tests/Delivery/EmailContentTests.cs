using SuperTokens.Backend.Users;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Delivery;

public sealed class EmailContentTests
{
    private const string Link = "http://localhost:3000/auth/reset-password?token=abc&tenantId=public";

    [Theory]
    [MemberData(nameof(HumanTimes))]
    public void Time_is_said_in_words(long milliseconds, string words)
        => Assert.Equal(words, HumanTime.Describe(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public void Mail_has_the_link_in_text_and_HTML_and_says_how_long_it_lasts()
    {
        var content = Layout("Acme", "ann@example.com").ToContent();
        Assert.Contains($"\n{Link}\n", content.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"http://localhost:3000/auth/reset-password?token=abc&amp;tenantId=public\"", content.Html, StringComparison.Ordinal);
        Assert.Contains("within 1 hour", content.Text, StringComparison.Ordinal);
        Assert.Contains("within 1 hour", content.Html, StringComparison.Ordinal);
        Assert.Equal(Link, content.Link);
    }

    [Fact]
    public void Mail_that_verifies_an_address_names_it_and_the_app()
    {
        const string link = "http://localhost:3000/auth/verify-email?token=abc&tenantId=public";
        var message = new VerifyEmailEmail("<b>ann@example.com", "public", link, "u1", new RecipeUserId("u1"));
        var content = EmailContentProvider.VerifyEmail(message, "Acme").ToContent();
        Assert.Equal("Verify your e-mail address for Acme", content.Subject);
        Assert.Contains($"\n{link}\n", content.Text, StringComparison.Ordinal);
        Assert.Contains("<b>ann@example.com is the address of your Acme account", content.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"http://localhost:3000/auth/verify-email?token=abc&amp;tenantId=public\"", content.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;ann@example.com", content.Html, StringComparison.Ordinal);
        Assert.Contains("within 24 hours", content.Text, StringComparison.Ordinal);
        Assert.Equal(link, content.Link);
        Assert.Equal("VerifyEmailEmail", message.ToString());
    }

    [Fact]
    public void Values_come_out_as_text_in_HTML()
    {
        var content = Layout("<script>alert(1)</script>", "\"<img src=x>\"@example.com").ToContent();
        Assert.DoesNotContain("<script", content.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", content.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", content.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Subject_is_one_line()
        => Assert.Equal("Choose a new password for Acme  Bcc: all@example.com", Layout("Acme\r\nBcc: all@example.com", "ann@example.com").ToContent().Subject);

    [Fact]
    public void Messages_and_contents_do_not_show_addresses_or_links_when_written_to_a_log()
    {
        var message = new PasswordResetEmail("ann@example.com", "public", Link, "u1", new RecipeUserId("u1"));
        Assert.Equal("PasswordResetEmail", message.ToString());
        Assert.Equal("EmailContent", Layout("Acme", "ann@example.com").ToContent().ToString());
    }

    public static TheoryData<long, string> HumanTimes()
    {
        var data = new TheoryData<long, string>();
        foreach (var item in Vectors.Cases("humanise-milliseconds.json"))
        {
            data.Add((long)item["input"]!, (string)item["output"]!);
        }

        return data;
    }

    private static EmailLayout Layout(string appName, string recipient)
        => EmailContentProvider.PasswordReset(new PasswordResetEmail(recipient, "public", Link, "u1", new RecipeUserId("u1")), appName);
}
