using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Delivery;

/// <summary>Which sender sends what: the app's, a recipe's own one, the inbox, or none.</summary>
public sealed class SenderTests
{
    private const string Page = "/supertokens/inbox";
    private const string Link = "http://localhost:3000/auth/verify?preAuthSessionId=p1&tenantId=public#l1";

    [Fact]
    public async Task Inbox_shows_SMS_beside_mails_with_code_and_link_and_the_newest_first()
    {
        await using var app = await TestApp.StartAsync(new StubCore(), builder => builder.UseDevelopmentInbox(), environment: Environments.Development);
        await app.Services.GetRequiredService<IEmailSender>().SendAsync(new PasswordlessLoginEmail("ann@example.com", "public", "p1", TimeSpan.FromMinutes(15)) { Code = "111111" });
        await app.Services.GetRequiredService<ISmsSender>().SendAsync(new PasswordlessLoginSms("+15551234567", "public", "p1", TimeSpan.FromMinutes(15)) { Code = "222222", Link = Link });

        var html = await app.CreateClient().GetStringAsync(Page);

        Assert.Contains("<h2>SMS</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<dd>&#x2B;15551234567</dd>", html, StringComparison.Ordinal);
        Assert.Contains("<a class=\"button\" href=\"http://localhost:3000/auth/verify?preAuthSessionId=p1&amp;tenantId=public#l1\">", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf("<code>222222</code>", StringComparison.Ordinal) < html.IndexOf("<code>111111</code>", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await app.CreateClient().GetAsync($"{Page}/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.CreateClient().GetAsync($"{Page}/2")).StatusCode);
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("222222", StringComparison.Ordinal) || line.Contains("5551234567", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Missing_sender_is_reported_at_start_only_where_a_recipe_needs_it()
    {
        await using var mailsOnly = await TestApp.StartAsync(new StubCore(), builder => builder.AddEmailPassword());
        Assert.Contains(mailsOnly.Log.Lines, line => line.Contains("SuperTokens:Smtp", StringComparison.Ordinal));
        Assert.DoesNotContain(mailsOnly.Log.Lines, line => line.Contains("SuperTokens:Twilio", StringComparison.Ordinal));

        await using var both = await TestApp.StartAsync(new StubCore(), builder =>
        {
            builder.AddEmailPassword();
            builder.Services.AddSingleton(new SenderNeed("any", Emails: false, Sms: true));
        });
        Assert.Contains(both.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("SuperTokens:Twilio", StringComparison.Ordinal));
        await Assert.ThrowsAsync<SmsDeliveryException>(
            () => both.Services.GetRequiredService<ISmsSender>().SendAsync(new PasswordlessLoginSms("+15551234567", "public", "p1", TimeSpan.FromMinutes(15)) { Code = "1" }));
    }

    [Theory]
    [InlineData("/auth/user/password/reset/token")]
    [InlineData("/auth/user/email/verify/token")]
    public async Task Words_of_an_own_sender_are_in_no_log_even_when_the_request_was_given_up(string path)
    {
        var sender = new GivenUpSender();
        var handled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await TestApp.StartAsync(builder =>
        {
            builder.AddEmailPassword().AddEmailVerification().UseTestCore();
            builder.Services.AddSingleton<IEmailSender>(sender);
            builder.Services.AddSingleton<IStartupFilter>(new Outermost(path, handled));
        });
        var client = app.CreateClient();
        var frontend = new Frontend(client, "header");
        using var signedUp = await frontend.PostAsync("/auth/signup", EmailPasswordApp.Form(GivenUpSender.Address));
        client.DefaultRequestHeaders.Authorization = new("Bearer", frontend.AccessToken);
        using var cancel = new CancellationTokenSource();
        var body = new { formFields = new[] { new { id = "email", value = GivenUpSender.Address } } };
        var sending = sender.Reached.Task.ContinueWith(_ => cancel.CancelAsync(), TaskScheduler.Default).Unwrap();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.PostAsJsonAsync(path, body, cancel.Token));
        await sending;
        await handled.Task;

        Assert.Contains(app.Log.Lines, line => line.Contains("IEmailSender failed with System.InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains(GivenUpSender.Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recipe_with_a_sender_of_its_own_needs_no_other()
    {
        await using var app = await TestApp.StartAsync(new StubCore(), builder => builder.AddEmailPassword().Services.AddKeyedSingleton<IEmailSender, NoSender>("emailpassword"));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("SuperTokens:Smtp", StringComparison.Ordinal));
        Assert.IsType<NoSender>(app.Services.GetEmailSender("emailpassword"));
        Assert.IsNotType<NoSender>(app.Services.GetEmailSender("emailverification"));
    }

    [Fact]
    public async Task Text_of_an_SMS_can_be_written_by_the_app()
    {
        await using var app = await TestApp.StartAsync(
            new StubCore(), builder => builder.UseDevelopmentInbox().Override<ISmsContentProvider, French>(), environment: Environments.Development);
        await app.Services.GetRequiredService<ISmsSender>().SendAsync(new PasswordlessLoginSms("+15551234567", "public", "p1", TimeSpan.FromMinutes(15)) { Code = "222222" });
        Assert.Contains("<pre>222222 est votre code.</pre>", await app.CreateClient().GetStringAsync(Page), StringComparison.Ordinal);
    }

    private sealed class NoSender : IEmailSender
    {
        public Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }

    private sealed class French(ISmsContentProvider original) : ISmsContentProvider
    {
        public ValueTask<SmsContent> GetContentAsync(SmsMessage message, CancellationToken cancellationToken = default) => message is PasswordlessLoginSms { Code: { } code }
            ? ValueTask.FromResult(new SmsContent($"{code} est votre code.") { Code = code })
            : original.GetContentAsync(message, cancellationToken);
    }

    /// <summary>Fails, in words with the address, once the request is given up.</summary>
    private sealed class GivenUpSender : IEmailSender
    {
        public const string Address = "ann@example.com";

        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task SendAsync(EmailMessage message, CancellationToken cancellationToken = default)
        {
            Reached.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new InvalidOperationException($"Cannot reach {Address}");
        }
    }

    /// <summary>Tells when everything about a request is done, its log lines included.</summary>
    private sealed class Outermost(string path, TaskCompletionSource handled) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, following) =>
            {
                try
                {
                    await following(context);
                }
                finally
                {
                    _ = context.Request.Path == path && handled.TrySetResult();
                }
            });
            next(app);
        };
    }
}
