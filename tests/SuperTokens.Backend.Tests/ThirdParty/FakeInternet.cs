using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SuperTokens.Testing.LocalProvider;

namespace SuperTokens.Backend.Tests.ThirdParty;

/// <summary>The addresses of the built-in providers, each with one answer; and an OpenID Connect provider behind any discovery address.</summary>
internal sealed class FakeInternet : HttpMessageHandler
{
    public const string Issuer = "https://idp.example";

    private readonly ConcurrentDictionary<string, JsonNode> _answers = new();
    private readonly ConcurrentQueue<(HttpRequestMessage Request, string? Body)> _requests = new();
    private readonly ProviderSigningKey _key = new("key-1", useRsa: false);

    public IReadOnlyList<(HttpRequestMessage Request, string? Body)> Requests => [.. _requests];

    /// <summary>Puts an answer at an address.</summary>
    /// <param name="methodAndUrl">Method and address without its query, such as <c>GET https://api.github.com/user</c>.</param>
    /// <param name="json">The answer.</param>
    /// <returns>This.</returns>
    public FakeInternet At(string methodAndUrl, string json)
    {
        _answers[methodAndUrl] = JsonNode.Parse(json)!;
        return this;
    }

    /// <summary>Puts a whole OpenID Connect provider behind a discovery address.</summary>
    /// <param name="discovery">The address.</param>
    /// <param name="claims">The claims of the ID token that any code gives.</param>
    /// <param name="issuer">The issuer, as discovery has it.</param>
    /// <returns>This.</returns>
    public FakeInternet WithOpenId(string discovery, JsonObject claims, string issuer = Issuer)
    {
        claims["exp"] ??= DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds();
        claims["aud"] ??= "the-client";
        claims["iss"] ??= issuer;
        return At("GET " + discovery, new JsonObject
        {
            ["issuer"] = issuer,
            ["authorization_endpoint"] = Issuer + "/authorize",
            ["token_endpoint"] = Issuer + "/token",
            ["jwks_uri"] = Issuer + "/jwks",
        }.ToJsonString())
            .At($"GET {Issuer}/jwks", new JsonObject { ["keys"] = new JsonArray(_key.ToJwk()) }.ToJsonString())
            .At($"POST {Issuer}/token", new JsonObject { ["access_token"] = "the-token", ["id_token"] = _key.Sign(claims) }.ToJsonString());
    }

    protected override void Dispose(bool disposing)
    {
        _key.Dispose();
        base.Dispose(disposing);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Enqueue((request, request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken)));
        return _answers.TryGetValue($"{request.Method} {request.RequestUri!.GetLeftPart(UriPartial.Path)}", out var answer)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/json") }
            : new HttpResponseMessage(HttpStatusCode.NotFound);
    }
}
