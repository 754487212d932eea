using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Delivery;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>An application with sign-up by password, an embedded core in memory, and a sender that keeps its mails.</summary>
internal sealed class EmailPasswordApp : IAsyncDisposable
{
    public const string Password = "Str0ngPassw0rd";

    private EmailPasswordApp(TestApp app, CoreCallLog calls, KeptMails mails)
    {
        App = app;
        CoreCalls = calls;
        Mails = mails;
    }

    public TestApp App { get; }

    public CoreCallLog CoreCalls { get; }

    public KeptMails Mails { get; }

    public IEmailPasswordRecipe Recipe => App.Services.GetRequiredService<IEmailPasswordRecipe>();

    public static async Task<EmailPasswordApp> StartAsync(Action<SuperTokensBuilder>? setUp = null, Action<WebApplication>? map = null)
    {
        var calls = new CoreCallLog();
        var mails = new KeptMails();
        var app = await TestApp.StartAsync(
            builder =>
            {
                builder.AddEmailPassword().UseTestCore();
                builder.Services.AddSingleton<IEmailSender>(mails);
                builder.Services.AddHttpClient(CoreDefaults.HttpClientName).AddHttpMessageHandler(() => new CoreCallLog.Handler(calls));
                setUp?.Invoke(builder);
            },
            map: map);
        return new EmailPasswordApp(app, calls, mails);
    }

    /// <summary>The fields of a sign-up or sign-in.</summary>
    public static JsonObject Form(string email, string password = Password, params JsonObject[] more) => new()
    {
        ["formFields"] = new JsonArray([Field("email", email), Field("password", password), .. more]),
    };

    public static JsonObject Field(string id, JsonNode? value) => new() { ["id"] = id, ["value"] = value };

    public Task<Answer> SignUpAsync(string email, string password = Password) => PostAsync("/auth/signup", Form(email, password));

    public Task<Answer> SignInAsync(string email, string password = Password) => PostAsync("/auth/signin", Form(email, password));

    public Task<Answer> RequestResetAsync(string email)
        => PostAsync("/auth/user/password/reset/token", new JsonObject { ["formFields"] = new JsonArray(Field("email", email)) });

    public Task<Answer> ResetAsync(JsonNode? token, string password)
        => PostAsync("/auth/user/password/reset", new JsonObject { ["method"] = "token", ["token"] = token, ["formFields"] = new JsonArray(Field("password", password)) });

    public async Task<Answer> PostAsync(string path, JsonNode body, string fdiVersion = "4.2", HttpClient? client = null)
        => await SendAsync(HttpMethod.Post, path, JsonContent.Create(body), fdiVersion, client);

    public Task<Answer> PostTextAsync(string path, string body)
        => SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"), "4.2", null);

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, "4.2", null);

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    private async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, string fdiVersion, HttpClient? client)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("fdi-version", fdiVersion);
        request.Headers.Add("st-auth-mode", client is null ? "header" : "cookie");
        using var response = await (client ?? App.CreateClient()).SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(
            response.StatusCode,
            text,
            response.Headers.TryGetValues("st-access-token", out var tokens) ? tokens.Single() : null,
            response.Headers.Contains("Set-Cookie"));
    }

    internal sealed record Answer(HttpStatusCode Code, string Text, string? AccessToken, bool SetsCookies)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;

        public string Status => (string)Json["status"]!;

        public string Message => (string)Json["message"]!;

        public string FieldError(string id) => (string)Json["formFields"]!.AsArray().Single(field => (string)field!["id"]! == id)!["error"]!;
    }
}
