using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>The discovery documents and key sets of providers, by their addresses.</summary>
internal sealed class ProviderDocuments(ProviderHttp http, TimeProvider time)
{
    // One tenant may have its own providers; addresses come from configuration and the core alone.
    private const int MaxDocuments = 5000;

    private readonly ConcurrentDictionary<string, CachedDocument<DiscoveryDocument>> _discovery = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CachedDocument<IReadOnlyList<JsonWebKey>>> _keys = new(StringComparer.Ordinal);

    /// <summary>What a provider tells about itself.</summary>
    /// <param name="providerId">The provider, for messages.</param>
    /// <param name="url">Where it tells it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ThirdPartyProviderException">It cannot be read.</exception>
    public Task<DiscoveryDocument> GetDiscoveryAsync(string providerId, string url, CancellationToken cancellationToken)
        => Of(_discovery, url, async token => DiscoveryDocument.Read(providerId, await http.GetAsync(providerId, url, [], [], token), new Uri(url))).GetAsync(cancellationToken);

    /// <summary>The keys that may have signed a token.</summary>
    /// <param name="providerId">The provider, for messages.</param>
    /// <param name="url">Where its key set is.</param>
    /// <param name="keyId">The key the token names, or null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The key of this id; all keys where the token names none.</returns>
    /// <exception cref="ThirdPartyProviderException">The key set cannot be read.</exception>
    public async Task<IReadOnlyList<JsonWebKey>> FindKeysAsync(string providerId, string url, string? keyId, CancellationToken cancellationToken)
    {
        var cached = Of(_keys, url, async token => ReadKeys(providerId, await http.GetAsync(providerId, url, [], [], token)));
        var known = await cached.GetAsync(cancellationToken);
        return Select(known) is { Count: > 0 } found ? found : Select(await cached.GetNewerAsync(known, cancellationToken));

        IReadOnlyList<JsonWebKey> Select(IReadOnlyList<JsonWebKey> keys)
            => string.IsNullOrEmpty(keyId) ? keys : [.. keys.Where(key => string.Equals(key.Kid, keyId, StringComparison.Ordinal))];
    }

    private static IReadOnlyList<JsonWebKey> ReadKeys(string providerId, JsonNode json)
    {
        try
        {
            // A symmetric key has no place in a public set, and must never verify anything.
            IReadOnlyList<JsonWebKey> keys = [.. JsonWebKeySet.Create(json.ToJsonString()).Keys.Where(key => key.Kty is JsonWebAlgorithmsKeyTypes.RSA or JsonWebAlgorithmsKeyTypes.EllipticCurve && key.Use is null or "" or "sig")];

            // The keys at hand serve on.
            return keys.Count > 0 ? keys : throw new ThirdPartyProviderException($"The key set of the provider {providerId} has no key to check a signature with.");
        }
        catch (Exception exception) when (exception is ArgumentException or JsonException or FormatException)
        {
            throw new ThirdPartyProviderException($"The key set of the provider {providerId} cannot be read.", exception);
        }
    }

    private CachedDocument<T> Of<T>(ConcurrentDictionary<string, CachedDocument<T>> documents, string url, Func<CancellationToken, Task<T>> load)
        where T : class
    {
        if (documents.Count > MaxDocuments)
        {
            documents.Clear();
        }

        return documents.GetOrAdd(url, _ => new CachedDocument<T>(load, time));
    }
}
