using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SuperTokens.Backend.Users;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Delivery;

public sealed class DevelopmentInboxTests
{
    private const string Page = "/supertokens/inbox";

    [Fact]
    public async Task Inbox_shows_a_mail_with_its_link()
    {
        await using var app = await StartAsync(Environments.Development);
        await SendAsync(app, "ann@example.com");

        var html = await app.CreateClient().GetStringAsync(Page);

        Assert.Contains("<dd>ann@example.com</dd>", html, StringComparison.Ordinal);
        Assert.Contains("<a class=\"button\" href=\"http://localhost:3000/auth/reset-password?token=abc&amp;tenantId=public\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_shows_the_newest_mail_first_and_keeps_fifty()
    {
        await using var app = await StartAsync(Environments.Development);
        for (var i = 1; i <= 51; i++)
        {
            await SendAsync(app, $"user{i}@example.com");
        }

        var html = await app.CreateClient().GetStringAsync(Page);

        Assert.Equal(50, html.Split("<article>").Length - 1);
        Assert.DoesNotContain("<dd>user1@example.com</dd>", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf("<dd>user51@", StringComparison.Ordinal) < html.IndexOf("<dd>user2@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Inbox_shows_a_mail_as_its_recipient_would_see_it_without_running_anything()
    {
        await using var app = await StartAsync(Environments.Development);
        await SendAsync(app, "ann@example.com");

        var response = await app.CreateClient().GetAsync($"{Page}/1");

        Assert.Contains("<h1", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("sandbox", Policy(response), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.CreateClient().GetAsync($"{Page}/2")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.CreateClient().GetAsync($"{Page}/x")).StatusCode);
    }

    [Fact]
    public async Task Inbox_allows_nothing_but_its_own_style_and_is_not_stored()
    {
        await using var app = await StartAsync(Environments.Development);
        var response = await app.CreateClient().GetAsync(Page);
        var html = await response.Content.ReadAsStringAsync();

        Assert.StartsWith("default-src 'none'; style-src 'sha256-", Policy(response), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Inbox_shows_hostile_values_as_text()
    {
        await using var app = await StartAsync(Environments.Development);
        await SendAsync(app, "\"<script>alert(1)</script>\"@example.com", "javascript:alert(1)");

        var html = await app.CreateClient().GetStringAsync(Page);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    public async Task Inbox_does_not_answer_to_a_foreign_host_name(string host)
    {
        await using var app = await StartAsync(Environments.Development);
        using var request = new HttpRequestMessage(HttpMethod.Get, Page);
        request.Headers.Host = host;
        Assert.Equal(HttpStatusCode.NotFound, (await app.CreateClient().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Inbox_is_not_there_in_Production_and_the_log_says_that_no_mail_is_sent()
    {
        await using var app = await StartAsync(Environments.Production);
        Assert.Equal(HttpStatusCode.NotFound, (await app.CreateClient().GetAsync(Page)).StatusCode);
        Assert.Contains(app.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("SuperTokens:Smtp", StringComparison.Ordinal));
        await Assert.ThrowsAsync<EmailDeliveryException>(() => SendAsync(app, "ann@example.com"));
    }

    [Fact]
    public async Task Inbox_is_not_there_in_Development_when_mails_go_elsewhere()
    {
        await using var app = await TestApp.StartAsync(new StubCore(), builder => builder.AddEmailPassword().UseSmtp(Smtp), environment: Environments.Development);
        Assert.Equal(HttpStatusCode.NotFound, (await app.CreateClient().GetAsync(Page)).StatusCode);
    }

    [Fact]
    public async Task Asking_for_the_inbox_in_Production_stops_the_application_from_starting()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => TestApp.StartAsync(new StubCore(), builder => builder.UseDevelopmentInbox(), environment: Environments.Production));
        Assert.Contains("UseSmtp", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_holds_the_pages_address_but_not_the_recipients()
    {
        await using var app = await StartAsync(Environments.Development);
        await SendAsync(app, "ann@example.com");
        Assert.Contains(app.Log.Lines, line => line.Contains("http://localhost:4000/supertokens/inbox", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("ann@example.com", StringComparison.Ordinal) || line.Contains("token=abc", StringComparison.Ordinal));
    }

    private static void Smtp(SmtpOptions options)
    {
        options.Host = "smtp.example.com";
        options.From = "no-reply@example.com";
    }

    private static Task<TestApp> StartAsync(string environment)
        => TestApp.StartAsync(new StubCore(), builder => builder.AddEmailPassword(), environment: environment);

    private static Task SendAsync(TestApp app, string recipient, string link = "http://localhost:3000/auth/reset-password?token=abc&tenantId=public")
        => app.Services.GetRequiredService<IEmailSender>().SendAsync(new PasswordResetEmail(recipient, "public", link, "u1", new RecipeUserId("u1")));

    private static string Policy(HttpResponseMessage response) => Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
}
