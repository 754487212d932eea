using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Hosting.RateLimiting;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Passwordless;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Testing;

namespace SuperTokens.Backend.RateLimiting;

/// <summary>An application with limits, whose callers say from which address they come.</summary>
internal sealed class RateLimitApp : IAsyncDisposable
{
    public const string Email = "ann@example.com";
    public const string Password = EmailPasswordApp.Password;
    public const string Home = "203.0.113.7";
    public const string Elsewhere = "198.51.100.9";

    private const string AddressHeader = "x-test-address";

    private RateLimitApp(TestApp app, CoreCallLog calls, CoreSwitch core, KeptMails mails) => (App, CoreCalls, Core, Mails) = (app, calls, core, mails);

    public TestApp App { get; }

    public CoreCallLog CoreCalls { get; }

    public CoreSwitch Core { get; }

    public KeptMails Mails { get; }

    /// <summary>Starts an application. The limits are added before the recipes, to show that the order is free.</summary>
    public static async Task<RateLimitApp> StartAsync(
        Action<RateLimitingOptions>? configure = null, Action<SuperTokensBuilder>? setUp = null, Action<WebApplication>? map = null)
    {
        var calls = new CoreCallLog();
        var core = new CoreSwitch();
        var mails = new KeptMails();
        var app = await TestApp.StartAsync(
            builder =>
            {
                builder.AddRateLimiting(configure).AddEmailPassword().AddPasswordless(options => options.ContactMethod = PasswordlessContactMethod.EmailOrPhone).UseTestCore();
                builder.Services.AddSingleton<IEmailSender>(mails);
                builder.Services.AddSingleton<ISmsSender>(new KeptSms());
                builder.Services.AddSingleton<IStartupFilter>(new Addresses());
                builder.Services.AddHttpClient(CoreDefaults.HttpClientName).AddHttpMessageHandler(() => new CoreCallLog.Handler(calls)).AddHttpMessageHandler(core.CreateHandler);
                setUp?.Invoke(builder);
            },
            map: map);
        return new RateLimitApp(app, calls, core, mails);
    }

    public static JsonObject Form(string email, string password = Password) => EmailPasswordApp.Form(email, password);

    public async Task<Reply> SignInAsync(string? from, string email = Email, string password = Password) => await PostAsync("/auth/signin", from, Form(email, password));

    public async Task<Reply> GuessAsync(string? from, string email = Email) => await SignInAsync(from, email, "Wr0ngPassword");

    public async Task<Reply> SignUpAsync(string? from, string email = Email) => await PostAsync("/auth/signup", from, Form(email));

    public Task<Reply> RequestResetAsync(string? from, string email = Email)
        => PostAsync("/auth/user/password/reset/token", from, new JsonObject { ["formFields"] = new JsonArray(EmailPasswordApp.Field("email", email)) });

    public Task<Reply> PostAsync(string path, string? from, JsonNode? body = null, string? refreshToken = null) => SendAsync(HttpMethod.Post, path, from, body, refreshToken);

    public Task<Reply> GetAsync(string path, string? from) => SendAsync(HttpMethod.Get, path, from, null, null);

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    private async Task<Reply> SendAsync(HttpMethod method, string path, string? from, JsonNode? body, string? refreshToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("st-auth-mode", "header");
        request.Headers.Add(AddressHeader, from);
        if (refreshToken is not null)
        {
            request.Headers.Authorization = new("Bearer", refreshToken);
        }

        using var response = await App.CreateClient().SendAsync(request);
        return new Reply(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.RetryAfter?.Delta,
            response.Headers.TryGetValues("st-refresh-token", out var tokens) ? tokens.Single() : null);
    }

    internal sealed record Reply(HttpStatusCode Code, string Text, TimeSpan? RetryAfter, string? RefreshToken)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;

        public string Status => (string)Json["status"]!;

        public bool IsLimited => Status == "GENERAL_ERROR" && (string)Json["message"]! == RateLimitingOptions.DefaultMessage;
    }

    private sealed class Addresses : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext context, RequestDelegate following) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.TryParse(context.Request.Headers[AddressHeader], out var address) ? address : null;
                return following(context);
            });
            next(app);
        };
    }
}
