using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;

namespace SuperTokens.Build;

/// <summary>What a frontend does with a generated app, from sign-up to sign-out, checked against the protocol.</summary>
public sealed class SignInFlow : IDisposable
{
    private const string Password = "Analytical-Engine-1";

    private readonly string _basePath;
    private readonly SocketsHttpHandler _handler = new() { UseCookies = false, AllowAutoRedirect = false };
    private readonly HttpClient _client;
    private readonly string _email = $"ada.{RandomNumberGenerator.GetHexString(12, lowercase: true)}@example.com";

    /// <summary>Creates the flow, for a person nobody has signed up yet.</summary>
    /// <param name="address">Where the app listens.</param>
    /// <param name="basePath">Its API base path, for example <c>/auth</c>; empty or <c>/</c> for none.</param>
    public SignInFlow(Uri address, string basePath)
    {
        ArgumentNullException.ThrowIfNull(basePath);
        _basePath = basePath.TrimEnd('/');
        _client = new HttpClient(_handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>Goes through the whole flow.</summary>
    /// <param name="step">Runs one step; takes its title and what it does.</param>
    /// <param name="cancellationToken">Stops the flow.</param>
    /// <returns>A task that ends with the flow.</returns>
    /// <exception cref="BuildException">An answer was not what the protocol says; the message shows both.</exception>
    public async Task RunAsync(Func<string, Func<Task>, Task> step, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(step);
        var userId = string.Empty;
        string access = string.Empty, refresh = string.Empty, firstRefresh = string.Empty;

        await step("GET /hello is open", async () =>
            (await GetAsync("/hello", null, cancellationToken).ConfigureAwait(false)).Is(200, "hello")).ConfigureAwait(false);
        await step("GET /sessioninfo without a session is 401", async () =>
            (await GetAsync("/sessioninfo", null, cancellationToken).ConfigureAwait(false)).Is(401, """{"message":"unauthorised"}""")).ConfigureAwait(false);
        await step("Sign up", async () =>
        {
            var answer = (await PostFormAsync("/signup", "header", Password, cancellationToken).ConfigureAwait(false)).HasStatus(200).Has("OK", "status");
            userId = answer.Text("user", "id");
            _ = (answer.Header("st-access-token"), answer.Header("st-refresh-token"), answer.Header("front-token"));
        }).ConfigureAwait(false);
        await step("Sign in with a wrong password is 200 with a status", async () =>
            (await PostFormAsync("/signin", "header", "Difference-Engine-1", cancellationToken).ConfigureAwait(false))
                .Is(200, """{"status":"WRONG_CREDENTIALS_ERROR"}""")).ConfigureAwait(false);
        await step("Sign in", async () =>
        {
            var answer = (await PostFormAsync("/signin", "header", Password, cancellationToken).ConfigureAwait(false))
                .HasStatus(200).Has("OK", "status").Has(userId, "user", "id");
            (access, refresh) = (answer.Header("st-access-token"), answer.Header("st-refresh-token"));
        }).ConfigureAwait(false);
        await step("GET /sessioninfo knows who it is", async () =>
            (await GetAsync("/sessioninfo", access, cancellationToken).ConfigureAwait(false)).HasStatus(200).Has(userId, "userId")).ConfigureAwait(false);
        await step("Refresh gives new tokens", async () =>
        {
            firstRefresh = refresh;
            var answer = (await PostAsync("/session/refresh", refresh, cancellationToken).ConfigureAwait(false)).Is(200, "{}");
            (access, refresh) = (answer.Header("st-access-token"), answer.Header("st-refresh-token"));
            if (refresh == firstRefresh)
            {
                throw new BuildException("The refresh token did not change.");
            }
        }).ConfigureAwait(false);
        await step("The new access token works", async () =>
            (await GetAsync("/sessioninfo", access, cancellationToken).ConfigureAwait(false)).HasStatus(200).Has(userId, "userId")).ConfigureAwait(false);
        await step("The old refresh token again is theft", async () =>
            (await PostAsync("/session/refresh", firstRefresh, cancellationToken).ConfigureAwait(false))
                .Is(401, """{"message":"token theft detected"}""").HasHeader("front-token", "remove")).ConfigureAwait(false);
        await step("The session is gone", async () =>
            (await PostAsync("/session/refresh", refresh, cancellationToken).ConfigureAwait(false)).Is(401, """{"message":"unauthorised"}""")).ConfigureAwait(false);
        await step("Sign in with cookies, and use them", () => UseCookiesAsync(userId, cancellationToken)).ConfigureAwait(false);
        await step("Sign in and out", () => SignOutAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private async Task UseCookiesAsync(string userId, CancellationToken cancellationToken)
    {
        var answer = (await PostFormAsync("/signin", "cookie", Password, cancellationToken).ConfigureAwait(false)).HasStatus(200).Has("OK", "status");
        var access = answer.Cookie("sAccessToken", "HttpOnly", "Path=/");
        var refresh = answer.Cookie("sRefreshToken", "HttpOnly", $"Path={_basePath}/session/refresh");
        using var session = new HttpRequestMessage(HttpMethod.Get, new Uri("/sessioninfo", UriKind.Relative));
        session.Headers.Add("Cookie", $"sAccessToken={access}");
        (await FrontendAnswer.SendAsync(_client, session, cancellationToken).ConfigureAwait(false)).HasStatus(200).Has(userId, "userId");
        using var renew = new HttpRequestMessage(HttpMethod.Post, new Uri($"{_basePath}/session/refresh", UriKind.Relative));
        renew.Headers.Add("Cookie", $"sAccessToken={access}; sRefreshToken={refresh}");
        renew.Headers.Add("st-auth-mode", "cookie");
        (await FrontendAnswer.SendAsync(_client, renew, cancellationToken).ConfigureAwait(false)).HasStatus(200).Cookie("sAccessToken", "HttpOnly", "Path=/");
    }

    private async Task SignOutAsync(CancellationToken cancellationToken)
    {
        var answer = (await PostFormAsync("/signin", "header", Password, cancellationToken).ConfigureAwait(false)).HasStatus(200).Has("OK", "status");
        var (access, refresh) = (answer.Header("st-access-token"), answer.Header("st-refresh-token"));
        (await PostAsync("/signout", access, cancellationToken).ConfigureAwait(false)).Is(200, """{"status":"OK"}""").HasHeader("front-token", "remove");
        (await PostAsync("/session/refresh", refresh, cancellationToken).ConfigureAwait(false)).Is(401, """{"message":"unauthorised"}""");
    }

    private async Task<FrontendAnswer> GetAsync(string path, string? accessToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        Authorize(request, accessToken);
        return await FrontendAnswer.SendAsync(_client, request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<FrontendAnswer> PostAsync(string path, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_basePath + path, UriKind.Relative));
        request.Headers.Add("st-auth-mode", "header");
        Authorize(request, token);
        return await FrontendAnswer.SendAsync(_client, request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<FrontendAnswer> PostFormAsync(string path, string authMode, string password, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_basePath + path, UriKind.Relative));
        request.Headers.Add("st-auth-mode", authMode);
        request.Content = JsonContent.Create(new
        {
            formFields = new[] { new { id = "email", value = _email }, new { id = "password", value = password } },
        });
        return await FrontendAnswer.SendAsync(_client, request, cancellationToken).ConfigureAwait(false);
    }

    private static void Authorize(HttpRequestMessage request, string? token)
    {
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }
}
