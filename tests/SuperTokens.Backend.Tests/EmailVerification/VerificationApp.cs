using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>An application with sign-up by password and e-mail verification; its endpoint /me asks for a session.</summary>
internal sealed class VerificationApp : IAsyncDisposable
{
    private readonly EmailPasswordApp _app;

    private VerificationApp(EmailPasswordApp app) => _app = app;

    public TestApp App => _app.App;

    public CoreCallLog CoreCalls => _app.CoreCalls;

    public KeptMails Mails => _app.Mails;

    public EmailPasswordApp Passwords => _app;

    public EmailVerifications Verifications => App.Services.GetRequiredService<EmailVerifications>();

    public static async Task<VerificationApp> StartAsync(
        EmailVerificationMode mode = EmailVerificationMode.Required, Action<SuperTokensBuilder>? setUp = null, Action<WebApplication>? map = null)
        => new(await EmailPasswordApp.StartAsync(
            builder =>
            {
                builder.AddEmailVerification(options => options.Mode = mode);
                setUp?.Invoke(builder);
            },
            app =>
            {
                app.MapGet("/me", (SessionContainer session) => session.UserId).RequireSession();
                map?.Invoke(app);
            }));

    /// <summary>A frontend with the session of a user who signs up.</summary>
    /// <param name="email">The user's address.</param>
    /// <param name="mode">Its <c>st-auth-mode</c>: cookie or header.</param>
    /// <returns>The frontend.</returns>
    public async Task<Frontend> SignUpAsync(string email, string mode = "cookie")
    {
        var frontend = Anonymous(mode);
        using var answer = await frontend.PostAsync("/auth/signup", EmailPasswordApp.Form(email));
        Assert.Equal("OK", (await ReadAsync(answer)).Status);
        return frontend;
    }

    public Frontend Anonymous(string mode = "cookie") => new(App.Server.CreateClient(), mode);

    public static Task<(int Code, string Text, string? Status)> SendMailAsync(Frontend frontend) => ReadAsync(frontend.PostAsync("/auth/user/email/verify/token"));

    public static Task<(int Code, string Text, string? Status)> VerifyAsync(Frontend frontend, JsonNode? token)
        => ReadAsync(frontend.PostAsync("/auth/user/email/verify", new JsonObject { ["method"] = "token", ["token"] = token }));

    public static Task<(int Code, string Text, string? Status)> IsVerifiedAsync(Frontend frontend) => ReadAsync(frontend.GetAsync("/auth/user/email/verify"));

    public static Task<(int Code, string Text, string? Status)> MeAsync(Frontend frontend) => ReadAsync(frontend.GetAsync("/me"));

    /// <summary>What the frontend's access token says of the address.</summary>
    /// <param name="frontend">The frontend.</param>
    /// <returns>The claim's value.</returns>
    public static bool Claim(Frontend frontend) => (bool)frontend.Payload["st-ev"]!["v"]!;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<(int Code, string Text, string? Status)> ReadAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        return await ReadAsync(answer);
    }

    private static async Task<(int Code, string Text, string? Status)> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        var status = text.StartsWith('{') && JsonNode.Parse(text)!["status"] is JsonValue value && value.TryGetValue<string>(out var word) ? word : null;
        return ((int)answer.StatusCode, text, status);
    }
}
