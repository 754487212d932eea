using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace SuperTokensApp._1.Tests;

/// <summary>What a SuperTokens frontend SDK does: it keeps the tokens of a session and sends them along.</summary>
public sealed class Frontend(HttpClient client, string tenantId = "public")
{
    private readonly string _authPath = tenantId == "public" ? "API_BASE_PATH_PREFIX" : $"API_BASE_PATH_PREFIX/{tenantId}";

    /// <summary>Whether the session is kept in cookies, as on a website. Then the tokens are the <see cref="Browser"/>'s matter.</summary>
    public bool UsesCookies { get; init; }

    public string? AccessToken { get; private set; }

    public string? RefreshToken { get; private set; }

    /// <summary>Calls an endpoint of the app, with the session if there is one.</summary>
    public Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, object? body = null) => SendAsync(method, path, AccessToken, body);

    /// <summary>Calls an endpoint of the app that answers 200.</summary>
    /// <returns>The body.</returns>
    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await CallAsync(HttpMethod.Get, path);
        return await BodyAsync(response);
    }

    /// <summary>Calls an endpoint of SuperTokens, which answers 200 with a status.</summary>
    /// <returns>The body.</returns>
    public async Task<JsonElement> AuthAsync(string path, object? body = null)
    {
        using var response = await CallAsync(HttpMethod.Post, _authPath + path, body);
        return await BodyAsync(response);
    }

    public Task<HttpResponseMessage> RefreshAsync() => SendAsync(HttpMethod.Post, _authPath + "/session/refresh", RefreshToken, body: null);

    public async Task<string?> WhoAmIAsync() => (await GetAsync("/sessioninfo")).GetProperty("userId").GetString();

    /// <summary>Somebody else who got hold of the tokens.</summary>
    public Frontend Thief() => new(client, tenantId) { AccessToken = AccessToken, RefreshToken = RefreshToken };

    /// <summary>A value of a link's query.</summary>
    public static string Query(Uri link, string name) => QueryHelpers.ParseQuery(link.Query)[name].ToString();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, object? body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("rid", "anti-csrf");
        request.Headers.Add("st-auth-mode", UsesCookies ? "cookie" : "header");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : JsonContent.Create(body);
        var response = await client.SendAsync(request);
        AccessToken = Token(response, "st-access-token") ?? AccessToken;
        RefreshToken = Token(response, "st-refresh-token") ?? RefreshToken;
        return response;
    }

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string? Token(HttpResponseMessage response, string header)
        => response.Headers.TryGetValues(header, out var values) && values.Single() is { Length: > 0 } token ? token : null;
}
