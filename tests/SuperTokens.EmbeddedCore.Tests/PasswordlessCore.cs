using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace SuperTokens.EmbeddedCore.Tests;

/// <summary>A core with shortcuts for passwordless flows. What has no <c>@</c> is a phone number.</summary>
internal sealed class PasswordlessCore(EmbeddedCoreOptions? options = null, string? file = null, FakeTimeProvider? time = null) : IDisposable
{
    private readonly TestCore _core = new(options, file, time);

    public FakeTimeProvider Time => _core.Time;

    public HttpClient Client => _core.Client;

    public static JsonObject LinkBody(JsonObject code) =>
        new() { ["preAuthSessionId"] = (string?)code["preAuthSessionId"], ["linkCode"] = (string?)code["linkCode"] };

    public static JsonObject InputBody(JsonObject code, string? userInputCode = null) => new()
    {
        ["preAuthSessionId"] = (string?)code["preAuthSessionId"],
        ["deviceId"] = (string?)code["deviceId"],
        ["userInputCode"] = userInputCode ?? (string?)code["userInputCode"],
    };

    public Task<JsonObject> GetAsync(string path) => _core.GetAsync(path);

    public Task<JsonObject> PostAsync(string path, JsonObject body) => _core.PostAsync(path, body);

    public Task<JsonObject> CreateTenantAsync(string tenantId) =>
        SendAsync(HttpMethod.Put, "/recipe/multitenancy/tenant/v2", new JsonObject { ["tenantId"] = tenantId });

    public Task<JsonObject> CreateAsync(string address, string path = "") =>
        PostAsync(path + "/recipe/signinup/code", new JsonObject { [address.Contains('@', StringComparison.Ordinal) ? "email" : "phoneNumber"] = address });

    public Task<JsonObject> ResendAsync(JsonObject code, string? userInputCode = null, string path = "")
    {
        var body = new JsonObject { ["deviceId"] = (string?)code["deviceId"] };
        if (userInputCode is not null)
        {
            body["userInputCode"] = userInputCode;
        }

        return PostAsync(path + "/recipe/signinup/code", body);
    }

    public Task<JsonObject> CheckAsync(JsonObject code, string? userInputCode = null) =>
        PostAsync("/recipe/signinup/code/check", InputBody(code, userInputCode));

    public Task<JsonObject> ConsumeAsync(JsonObject code, string? userInputCode = null, string path = "") =>
        PostAsync(path + "/recipe/signinup/code/consume", InputBody(code, userInputCode));

    public Task<JsonObject> ConsumeLinkAsync(JsonObject code, string path = "") =>
        PostAsync(path + "/recipe/signinup/code/consume", LinkBody(code));

    public async Task<JsonObject> SignInUpAsync(string address, string path = "") =>
        await ConsumeAsync(await CreateAsync(address, path), path: path);

    /// <summary>Changes addresses of a passwordless user.</summary>
    public async Task<JsonObject> UpdateAsync(JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/recipe/user")
        {
            Content = new StringContent(body.ToJsonString()),
            Headers = { { "rid", "passwordless" } },
        };
        using var response = await Client.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    /// <summary>Sends what may not even be JSON.</summary>
    public async Task<(HttpStatusCode Status, string Text)> RawAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(body),
            Headers = { { "rid", "passwordless" } },
        };
        using var response = await Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<JsonObject> SendAsync(HttpMethod method, string path, JsonObject body) => _core.SendAsync(method, path, body);

    public Task<(HttpStatusCode Status, string Text)> RawAsync(string path, JsonObject body) => RawAsync(HttpMethod.Post, path, body.ToJsonString());

    public void Dispose() => _core.Dispose();
}
