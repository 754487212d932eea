using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Testing;
using SuperTokens.Testing.Leaks;

namespace SuperTokens.Backend.Leaks;

/// <summary>That no test's application logs a secret proves something only because one that does is caught.</summary>
public sealed class LeakScannerTests
{
    private const string Secret = "Str0ngPassw0rd";

    private readonly LeakScanner _scanner = new();
    private readonly TestLog _log = new();

    private ILogger Logger => _log.CreateLogger("App");

    [Theory]
    [InlineData("Mail to ann@example.com")]
    [InlineData("GET /exists?email=ann%40example.com")]
    [InlineData("SMS to +14155550100")]
    [InlineData("Token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1c2VyIn0.c2lnbmF0dXJl")]
    public void What_is_shaped_like_a_secret_is_caught(string message)
    {
        Logger.LogTrace("{Message}", message);
        Assert.Single(_scanner.Scan(_log.Entries));
    }

    [Fact]
    public void A_secret_that_was_seen_is_caught_in_a_message_a_value_a_scope_and_anywhere_in_an_exception()
    {
        _scanner.AddBody($$"""{"formFields":[{"id":"password","value":"{{Secret}}"}]}""");
        var inner = new InvalidOperationException("outer", new InvalidOperationException($"'{Secret}' is wrong"));
        var withData = new InvalidOperationException("with data") { Data = { ["body"] = Secret } };
        Action[] leaks =
        [
            () => Logger.LogDebug("Tried {Password}", Secret),
            () => Logger.Log(LogLevel.Trace, default, new[] { KeyValuePair.Create<string, object?>("hidden", Secret) }, null, (_, _) => "nothing here"),
            () => Logger.BeginScope(new Dictionary<string, object?> { ["form"] = Secret }),
            () => Logger.LogError(inner, "Failed"),
            () => Logger.LogError(withData, "Failed"),
        ];
        foreach (var leak in leaks)
        {
            var before = _log.Entries.Count;
            leak();
            Assert.Single(_scanner.Scan(_log.Entries.Skip(before)));
        }
    }

    [Fact]
    public void A_secret_of_headers_and_of_answers_is_caught()
    {
        _scanner.AddBody("""{"status":"OK","userInputCode":"412973","nested":[{"linkCode":"abcdefghijk"}]}""");
        _scanner.Add("api-key", "the-key-of-the-core");
        Logger.LogTrace("412973");
        Logger.LogTrace("(abcdefghijk)");
        Logger.LogTrace("key: the-key-of-the-core.");
        Logger.LogTrace("x412973x");

        Assert.Equal(3, _scanner.Scan(_log.Entries).Count);
    }

    [Fact]
    public async Task A_test_whose_application_logs_a_password_fails()
    {
        var app = await EmailPasswordApp.StartAsync(builder => builder.Override<IEmailPasswordApi, Talkative>());
        await app.SignUpAsync("ann@example.com", Secret);

        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await app.DisposeAsync());
        Assert.Contains("password in App", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_whose_application_logs_a_cookie_fails()
    {
        var app = await TestApp.StartAsync(
            builder => builder.AddSession().UseTestCore(),
            map: app => app.MapGet("/", (HttpContext context, ILoggerFactory loggers) => loggers.CreateLogger("App").LogTrace("{Cookie}", context.Request.Cookies["own"])));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", "own=a-value-that-is-long-enough");
        using var response = await app.CreateClient().SendAsync(request);

        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await app.DisposeAsync());
        Assert.Contains("Cookie in App", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_of_any_host_that_logs_a_secret_fails()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddLeakCheck();
        var app = builder.Build();
        app.MapGet("/", (HttpContext context, ILoggerFactory loggers) =>
        {
            context.Response.Headers["st-access-token"] = "a-token-that-is-long-enough";
            loggers.CreateLogger("App").LogTrace("Made {Token}", "a-token-that-is-long-enough");
        });
        await app.StartAsync();
        await app.GetTestClient().GetStringAsync("/");

        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await app.DisposeAsync());
        Assert.Contains("st-access-token in App", failure.Message, StringComparison.Ordinal);
    }

    private sealed class Talkative(IEmailPasswordApi inner, ILoggerFactory loggers) : DelegatingEmailPasswordApi(inner)
    {
        public override Task<SignUpApiResult> SignUpAsync(EmailPasswordAuthInput input, Hosting.ApiContext context, CancellationToken cancellationToken = default)
        {
            loggers.CreateLogger("App").LogTrace("{Value}", input.Password);
            return base.SignUpAsync(input, context, cancellationToken);
        }
    }
}
