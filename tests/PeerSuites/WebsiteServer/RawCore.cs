using System.Text.Json.Nodes;

namespace SuperTokens.PeerSuites.WebsiteServer;

/// <summary>What the suite asks of a core past any SDK: apps for its tests, and sessions of an interface version from before this SDK.</summary>
internal sealed class RawCore : IDisposable
{
    private readonly HttpClient _client = new();

    public static string Address => $"http://{Variables.CoreHost}:{Variables.CorePort}";

    public async Task<string> CreateAppAsync(JsonObject body)
    {
        var appId = Body.Text(body, "appId") ?? Guid.NewGuid().ToString();
        var app = new JsonObject { ["appId"] = appId, ["coreConfig"] = body["coreConfig"]?.DeepClone() ?? new JsonObject() };
        using var response = await _client.PutAsJsonAsync($"{Address}/recipe/multitenancy/app/v2", app);
        return response.IsSuccessStatusCode
            ? $"{Address}/appid-{appId}"
            : throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
    }

    public async Task<JsonObject> CreateLegacySessionAsync(string coreUrl, JsonObject session)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, coreUrl + "/recipe/session") { Content = JsonContent.Create(session) };
        request.Headers.Add("cdi-version", "2.18");
        using var response = await _client.SendAsync(request);
        return response.IsSuccessStatusCode
            ? (await response.Content.ReadFromJsonAsync<JsonObject>())!
            : throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => _client.Dispose();
}
