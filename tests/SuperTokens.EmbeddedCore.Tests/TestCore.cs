using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SuperTokens.EmbeddedCore.Api;
using SuperTokens.EmbeddedCore.Hosting;
using SuperTokens.EmbeddedCore.Storage;
using SuperTokens.Testing;

namespace SuperTokens.EmbeddedCore.Tests;

/// <summary>An empty core in memory (or on a file) with a client that reaches it through its _handler.</summary>
internal sealed class TestCore : IDisposable
{
    private readonly CoreDatabase _database;
    private readonly EmbeddedCoreHandler _handler;

    public TestCore(EmbeddedCoreOptions? options = null, string? file = null, FakeTimeProvider? time = null)
    {
        Time = time ?? new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        _database = new CoreDatabase(file);
        var engine = new CoreEngine(_database, options ?? DefaultOptions(), Time, NullLogger.Instance);
        _handler = new EmbeddedCoreHandler(() => engine);
        Client = new HttpClient(_handler) { BaseAddress = new Uri("http://localhost:3567") };
    }

    /// <summary>Quick to start and to sign in to.</summary>
    public static EmbeddedCoreOptions DefaultOptions() => new() { BcryptCost = 4, NewPrivateKey = TestSigningKeys.Next };

    public FakeTimeProvider Time { get; }

    public HttpClient Client { get; }

    public async Task<JsonObject> GetAsync(string path) => await ReadAsync(await Client.GetAsync(path));

    public Task<JsonObject> PostAsync(string path, JsonObject body) => SendAsync(HttpMethod.Post, path, body);

    public async Task<JsonObject> SendAsync(HttpMethod method, string path, JsonObject body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        return await ReadAsync(await Client.SendAsync(request));
    }

    public Task<JsonObject> SignUpAsync(string email, string path = "/recipe/signup") =>
        PostAsync(path, new JsonObject { ["email"] = email, ["password"] = "Str0ngPassw0rd" });

    public Task<JsonObject> CreateSessionAsync(string userId = "user", string path = "/recipe/session") => PostAsync(path, new JsonObject
    {
        ["userId"] = userId,
        ["userDataInJWT"] = new JsonObject(),
        ["userDataInDatabase"] = new JsonObject(),
        ["enableAntiCsrf"] = false,
    });

    public Task<JsonObject> RefreshAsync(string refreshToken) => PostAsync("/recipe/session/refresh", new JsonObject
    {
        ["refreshToken"] = refreshToken,
        ["enableAntiCsrf"] = false,
        ["useDynamicSigningKey"] = true,
    });

    public Task<JsonObject> VerifyAsync(string accessToken, bool checkDatabase = false) => PostAsync("/recipe/session/verify", new JsonObject
    {
        ["accessToken"] = accessToken,
        ["doAntiCsrfCheck"] = false,
        ["enableAntiCsrf"] = false,
        ["checkDatabase"] = checkDatabase,
    });

    public void Dispose()
    {
        Client.Dispose();
        _handler.Dispose();
        _database.Dispose();
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }
}
