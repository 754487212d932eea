using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>An application that signs people in with codes, an embedded core in memory, and senders that keep their messages.</summary>
internal sealed class PasswordlessApp : IAsyncDisposable
{
    public const string Email = "ann@example.com";
    public const string Number = "+14155558856";

    private PasswordlessApp(TestApp app, CoreCallLog calls, KeptMails mails, KeptSms sms) => (App, CoreCalls, Mails, Sms) = (app, calls, mails, sms);

    public TestApp App { get; }

    public CoreCallLog CoreCalls { get; }

    public KeptMails Mails { get; }

    public KeptSms Sms { get; }

    public IPasswordlessRecipe Recipe => App.Services.GetRequiredService<IPasswordlessRecipe>();

    public PasswordlessLoginEmail Mail => Mails.Logins[^1];

    /// <summary>Starts an application that takes addresses and numbers and sends code and link.</summary>
    public static async Task<PasswordlessApp> StartAsync(Action<PasswordlessOptions>? configure = null, Action<SuperTokensBuilder>? setUp = null)
    {
        var calls = new CoreCallLog();
        var mails = new KeptMails();
        var sms = new KeptSms();
        var app = await TestApp.StartAsync(builder =>
        {
            builder.AddPasswordless(options =>
            {
                options.ContactMethod = PasswordlessContactMethod.EmailOrPhone;
                configure?.Invoke(options);
            }).UseTestCore();
            builder.Services.AddSingleton<IEmailSender>(mails);
            builder.Services.AddSingleton<ISmsSender>(sms);
            builder.Services.AddHttpClient(CoreDefaults.HttpClientName).AddHttpMessageHandler(() => new CoreCallLog.Handler(calls));
            setUp?.Invoke(builder);
        });
        return new PasswordlessApp(app, calls, mails, sms);
    }

    public static JsonObject ByEmail(string email = Email) => new() { ["email"] = email };

    public static JsonObject ByPhone(string number = Number) => new() { ["phoneNumber"] = number };

    /// <summary>Asks for a code and fails unless one is sent.</summary>
    public async Task<Device> BeginAsync(JsonObject contact, string prefix = "/auth")
    {
        var answer = await PostAsync($"{prefix}/signinup/code", contact);
        Assert.Equal("OK", answer.Status);
        return new Device((string)answer.Json["deviceId"]!, (string)answer.Json["preAuthSessionId"]!);
    }

    public Task<Answer> TypeAsync(Device device, string code, string prefix = "/auth", string fdiVersion = "4.2")
        => PostAsync($"{prefix}/signinup/code/consume", new JsonObject { ["deviceId"] = device.DeviceId, ["preAuthSessionId"] = device.PreAuthSessionId, ["userInputCode"] = code }, fdiVersion);

    public Task<Answer> OpenAsync(string link, string prefix = "/auth")
    {
        var uri = new Uri(link);
        var preAuthSessionId = System.Web.HttpUtility.ParseQueryString(uri.Query)["preAuthSessionId"];
        return PostAsync($"{prefix}/signinup/code/consume", new JsonObject { ["preAuthSessionId"] = preAuthSessionId, ["linkCode"] = uri.Fragment[1..] });
    }

    public Task<Answer> ResendAsync(Device device, string prefix = "/auth")
        => PostAsync($"{prefix}/signinup/code/resend", new JsonObject { ["deviceId"] = device.DeviceId, ["preAuthSessionId"] = device.PreAuthSessionId });

    public Task<Answer> PostAsync(string path, JsonObject body, string fdiVersion = "4.2")
        => SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") }, fdiVersion);

    public Task<Answer> GetAsync(string path, string? rid = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (rid is not null)
        {
            request.Headers.Add("rid", rid);
        }

        return SendAsync(request, "4.2");
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task<Answer> SendAsync(HttpRequestMessage request, string fdiVersion)
    {
        request.Headers.Add("fdi-version", fdiVersion);
        request.Headers.Add("st-auth-mode", "header");
        using (request)
        {
            using var response = await App.CreateClient().SendAsync(request);
            return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Header("st-access-token"));
        }
    }

    internal sealed record Device(string DeviceId, string PreAuthSessionId);

    internal sealed record Answer(HttpStatusCode Code, string Text, string? AccessToken)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;

        public string? Status => (string?)Json["status"];

        public string? Message => (string?)Json["message"];

        public string? Reason => (string?)Json["reason"];
    }
}
