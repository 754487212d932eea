using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;
using SuperTokens.Backend.Users;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Delivery;

public sealed class SmtpEmailSenderTests
{
    private const string Link = "http://localhost:3000/auth/reset-password?token=abc&tenantId=public";

    [Fact]
    public async Task Mail_reaches_the_server_with_sender_recipient_text_and_HTML()
    {
        await using var server = new FakeSmtpServer();
        await using var app = await StartAsync(server.Port);

        await SendAsync(app, "ann@example.com");

        using var mail = await MimeMessage.LoadAsync(new MemoryStream(Assert.Single(server.Mails)));
        Assert.Equal("\"Test App\" <no-reply@example.com>", mail.From.ToString());
        Assert.Equal("ann@example.com", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal("Choose a new password for Test App", mail.Subject);
        Assert.Contains(Link, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("token=abc&amp;tenantId=public", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(["<ann@example.com>"], server.Recipients);
    }

    [Theory]
    [InlineData("ann@example.com\r\nRCPT TO:<eve@example.com>")]
    [InlineData("ann@example.com>, <eve@example.com")]
    [InlineData("ann@example.com, eve@example.com")]
    public async Task Address_is_never_more_than_one_recipient(string address)
    {
        await using var server = new FakeSmtpServer();
        await using var app = await StartAsync(server.Port);

        await Record.ExceptionAsync(() => SendAsync(app, address));

        Assert.DoesNotContain("<eve@example.com>", server.Recipients);
        Assert.True(server.Recipients.Count <= 1);
    }

    [Fact]
    public async Task Refusal_of_the_server_is_told_without_its_words()
    {
        await using var server = new FakeSmtpServer { RecipientAnswer = "550 5.1.1 ann@example.com unknown" };
        await using var app = await StartAsync(server.Port);

        var exception = await Assert.ThrowsAsync<EmailDeliveryException>(() => SendAsync(app, "ann@example.com"));

        Assert.Contains("550", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ann@example.com", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unreachable_and_silent_servers_are_a_delivery_failure()
    {
        int closedPort;
        await using (var closed = new FakeSmtpServer())
        {
            closedPort = closed.Port;
        }

        await using var unreachable = await StartAsync(closedPort);
        await Assert.ThrowsAsync<EmailDeliveryException>(() => SendAsync(unreachable, "ann@example.com"));

        await using var server = new FakeSmtpServer { Greets = false };
        await using var silent = await StartAsync(server.Port, options => options.Timeout = TimeSpan.FromMilliseconds(200));
        var exception = await Assert.ThrowsAsync<EmailDeliveryException>(() => SendAsync(silent, "ann@example.com"));
        Assert.Contains("within 00:00:00.2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_offers_no_TLS_gets_no_mail_when_TLS_is_asked_for()
    {
        await using var server = new FakeSmtpServer();
        await using var app = await StartAsync(server.Port, options => options.Security = SmtpSecurity.StartTls);
        await Assert.ThrowsAsync<EmailDeliveryException>(() => SendAsync(app, "ann@example.com"));
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task Wrong_settings_stop_the_application_from_starting_and_name_the_fix()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(new StubCore(), builder => builder.UseSmtp(options =>
        {
            options.Host = "smtp://smtp.example.com";
            options.Port = 70000;
            options.From = "nobody";
            options.UserName = "me";
            options.Security = SmtpSecurity.None;
            options.Timeout = TimeSpan.Zero;
        })));
        foreach (var part in (string[])["Smtp:Host is \"smtp://smtp.example.com\"", "Port is 70000", "From is \"nobody\"", "only one of UserName and Password", "Security is None", "Timeout is 00:00:00"])
        {
            Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        }

        var missing = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(new StubCore(), builder => builder.UseSmtp()));
        Assert.Contains("SuperTokens:Smtp:Host is missing", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls, null, 587)]
    [InlineData(SmtpSecurity.Tls, null, 465)]
    [InlineData(SmtpSecurity.Tls, 2465, 2465)]
    public void Port_follows_the_protection_unless_it_is_set(SmtpSecurity security, int? port, int expected)
        => Assert.Equal(expected, new SmtpOptions { Security = security, Port = port }.EffectivePort);

    private static Task<TestApp> StartAsync(int port, Action<SmtpOptions>? configure = null)
        => TestApp.StartAsync(new StubCore(), builder => builder.AddEmailPassword().UseSmtp(options =>
        {
            options.Host = "127.0.0.1";
            options.Port = port;
            options.Security = SmtpSecurity.None;
            options.From = "no-reply@example.com";
            configure?.Invoke(options);
        }));

    private static Task SendAsync(TestApp app, string recipient)
        => app.Services.GetRequiredService<IEmailSender>().SendAsync(new PasswordResetEmail(recipient, "public", Link, "u1", new RecipeUserId("u1")));
}
