using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Core;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Delivery;

public sealed class TwilioSmsSenderTests
{
    private const string Number = "+15551234567";

    private static readonly Reply Taken = Reply.Of(201, "application/json", """{"sid":"SM1"}""");

    [Fact]
    public async Task SMS_reaches_the_service_as_a_form_with_the_accounts_credentials()
    {
        await using var service = LoopbackHost.Start(Taken);
        await using var app = await StartAsync(service.Address);

        await SendAsync(app);

        var request = Assert.Single(service.Requests);
        Assert.StartsWith("POST /2010-04-01/Accounts/AC1/Messages.json ", request, StringComparison.Ordinal);
        Assert.Contains($"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("AC1:s3cr3t"))}", request, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/x-www-form-urlencoded", request, StringComparison.Ordinal);
        Assert.Contains("To=%2B15551234567&From=%2B15550001111&Body=123456+is+your+code+to+sign+in+to+Test+App", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messaging_service_stands_in_for_a_number()
    {
        await using var service = LoopbackHost.Start(Taken);
        await using var app = await StartAsync(service.Address, options => (options.From, options.MessagingServiceSid) = (null, "MG1"));

        await SendAsync(app);

        Assert.Contains("&MessagingServiceSid=MG1&", Assert.Single(service.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_is_told_by_its_numbers_without_the_services_words()
    {
        await using var service = LoopbackHost.Start(Reply.Of(400, "application/json", $$"""{"code":21211,"message":"Invalid 'To' Phone Number: {{Number}}"}"""));
        await using var app = await StartAsync(service.Address);

        var exception = await Assert.ThrowsAsync<SmsDeliveryException>(() => SendAsync(app));

        Assert.Contains("400 (error 21211)", exception.Message, StringComparison.Ordinal);
        AssertTellsNothing(exception);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData(500, "text/html", "<html>")]
    [InlineData(401, "application/json", "{}")]
    [InlineData(429, "application/json", "not json")]
    [InlineData(302, null, "")]
    public async Task Any_answer_but_a_success_is_a_delivery_failure_and_nothing_is_sent_twice(int status, string? type, string body)
    {
        await using var service = LoopbackHost.Start(Reply.Of(status, type, body, "Location: /elsewhere\r\n"));
        await using var app = await StartAsync(service.Address);

        AssertTellsNothing(await Assert.ThrowsAsync<SmsDeliveryException>(() => SendAsync(app)));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Unreachable_silent_and_broken_services_are_a_delivery_failure()
    {
        await using var unreachable = await StartAsync(LoopbackHost.RefusingAddress());
        AssertTellsNothing(await Assert.ThrowsAsync<SmsDeliveryException>(() => SendAsync(unreachable)));

        await using var silentService = LoopbackHost.Start(Reply.Nothing);
        await using var silent = await StartAsync(silentService.Address, options => options.Timeout = TimeSpan.FromMilliseconds(200));
        AssertTellsNothing(await Assert.ThrowsAsync<SmsDeliveryException>(() => SendAsync(silent)));

        await using var brokenService = LoopbackHost.Start(Reply.Reset);
        await using var broken = await StartAsync(brokenService.Address);
        AssertTellsNothing(await Assert.ThrowsAsync<SmsDeliveryException>(() => SendAsync(broken)));
    }

    [Fact]
    public async Task Answer_that_never_ends_neither_delays_an_SMS_that_was_taken_nor_is_kept()
    {
        await using var service = LoopbackHost.Start(
            Reply.HalfThenNothing,
            new Reply($"HTTP/1.1 400 Status\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n{{\"message\":\"{new string('x', 100_000)}", Ending.Hang));
        await using var app = await StartAsync(service.Address, options => options.Timeout = TimeSpan.FromMinutes(5));

        await SendAsync(app);

        var exception = await Assert.ThrowsAsync<SmsDeliveryException>(() => SendAsync(app));
        Assert.Contains("refused the SMS with 400", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_call_is_cancelled()
    {
        await using var service = LoopbackHost.Start(Reply.Nothing);
        await using var app = await StartAsync(service.Address);
        using var cancel = new CancellationTokenSource();
        var sending = SendAsync(app, cancel.Token);
        await service.Requested;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task No_log_line_holds_number_code_or_secret()
    {
        await using var service = LoopbackHost.Start(Taken);
        await using var app = await StartAsync(service.Address);
        await SendAsync(app);
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("5551234567", StringComparison.Ordinal) || line.Contains("123456", StringComparison.Ordinal) || line.Contains("s3cr3t", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AccountSid", null, "SuperTokens:Twilio:AccountSid is missing")]
    [InlineData("AccountSid", "AC1/../AC2", "SuperTokens:Twilio:AccountSid is \"AC1/../AC2\"")]
    [InlineData("AuthToken", null, "SuperTokens__Twilio__AuthToken")]
    [InlineData("From", null, "exactly one of From and MessagingServiceSid")]
    [InlineData("MessagingServiceSid", "MG1", "exactly one of From and MessagingServiceSid")]
    [InlineData("BaseAddress", "http://sms.example.com", "SuperTokens:Twilio:BaseAddress")]
    [InlineData("Timeout", "00:00:00", "SuperTokens:Twilio:Timeout")]
    public async Task Wrong_setting_is_reported_by_name_at_start(string name, string? value, string message)
    {
        var settings = new Dictionary<string, string?>
        {
            ["SuperTokens:AppInfo:AppName"] = "Test App",
            ["SuperTokens:AppInfo:ApiDomain"] = "http://localhost:4000",
            ["SuperTokens:AppInfo:WebsiteDomain"] = "http://localhost:3000",
            ["SuperTokens:Twilio:AccountSid"] = "AC1",
            ["SuperTokens:Twilio:AuthToken"] = "s3cr3t",
            ["SuperTokens:Twilio:From"] = "+15550001111",
            [$"SuperTokens:Twilio:{name}"] = value,
        };
        var services = new ServiceCollection();
        services.AddSuperTokens(new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("SuperTokens")).UseTwilio();
        await using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<TwilioOptions>>().Value);

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", exception.Message, StringComparison.Ordinal);
    }

    private static void AssertTellsNothing(SmsDeliveryException exception)
    {
        Assert.DoesNotContain("5551234567", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("123456", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", exception.ToString(), StringComparison.Ordinal);
    }

    private static Task<TestApp> StartAsync(string address, Action<TwilioOptions>? configure = null) => TestApp.StartAsync(
        new StubCore(),
        builder => builder.UseTwilio(options =>
        {
            options.AccountSid = "AC1";
            options.AuthToken = "s3cr3t";
            options.From = "+15550001111";
            options.BaseAddress = new Uri(address);
            configure?.Invoke(options);
        }));

    private static Task SendAsync(TestApp app, CancellationToken cancellationToken = default)
        => app.Services.GetRequiredService<ISmsSender>().SendAsync(
            new PasswordlessLoginSms(Number, "public", "p1", TimeSpan.FromMinutes(15)) { Code = "123456" }, cancellationToken);
}
