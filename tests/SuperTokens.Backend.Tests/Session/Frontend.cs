using System.Text;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Does with session tokens what a frontend SDK does: sends them as its mode says, takes new ones from answers.</summary>
internal sealed class Frontend(HttpClient client, string? mode)
{
    public const string Refresh = "/auth/session/refresh";

    public string? AccessToken { get; set; }

    public string? RefreshToken { get; set; }

    public string? AntiCsrf { get; set; }

    public string? Rid { get; set; }

    public string? FrontToken { get; private set; }

    /// <summary>The access token's payload, as the frontend sees it.</summary>
    public JsonObject Payload => JsonNode.Parse(Convert.FromBase64String(FrontToken!))!["up"]!.AsObject();

    public Frontend Copy() => new(client, mode) { AccessToken = AccessToken, RefreshToken = RefreshToken, AntiCsrf = AntiCsrf, FrontToken = FrontToken };

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<HttpResponseMessage> PostAsync(string path, JsonNode? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<HttpResponseMessage> RefreshAsync() => SendAsync(HttpMethod.Post, Refresh);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (mode is not null)
        {
            request.Headers.Add("st-auth-mode", mode);
        }

        AddTokens(request, path == Refresh);
        if (AntiCsrf is not null)
        {
            request.Headers.TryAddWithoutValidation("anti-csrf", AntiCsrf);
        }

        if (Rid is not null)
        {
            request.Headers.Add("rid", Rid);
        }

        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        var response = await client.SendAsync(request);
        TakeTokens(response);
        return response;
    }

    private void AddTokens(HttpRequestMessage request, bool isRefresh)
    {
        if (mode == "cookie")
        {
            List<string> cookies = [];
            if (AccessToken is not null)
            {
                cookies.Add($"sAccessToken={AccessToken}");
            }

            if (isRefresh && RefreshToken is not null)
            {
                cookies.Add($"sRefreshToken={Uri.EscapeDataString(RefreshToken)}");
            }

            if (cookies.Count > 0)
            {
                request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies));
            }
        }
        else if ((isRefresh ? RefreshToken : AccessToken) is { } token)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }
    }

    private void TakeTokens(HttpResponseMessage response)
    {
        AccessToken = Taken(AccessToken, response.Header("st-access-token") ?? response.Cookie("sAccessToken"));
        RefreshToken = Taken(RefreshToken, response.Header("st-refresh-token") ?? response.Cookie("sRefreshToken"));
        AntiCsrf = response.Header("anti-csrf") ?? AntiCsrf;
        FrontToken = Taken(FrontToken, response.Header("front-token"));
    }

    private static string? Taken(string? old, string? given) => given is null ? old : given is "" or "remove" ? null : given;
}
