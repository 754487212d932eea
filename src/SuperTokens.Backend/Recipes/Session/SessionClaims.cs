using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The claims and validators recipes add to all sessions, and the payload keys nobody may set.</summary>
internal sealed class SessionClaims(IEnumerable<ISessionClaimSource> sources, TimeProvider time)
{
    // supertokens-node: the core refuses a payload that names one of these.
    private static readonly string[] ProtectedKeys =
        ["sub", "iat", "exp", "sessionHandle", "parentRefreshTokenHash1", "refreshTokenHash1", "antiCsrfToken", "rsub", "tId", "stt"];

    private readonly SessionClaim[] _claims = Distinct(sources.SelectMany(source => source.Claims));

    public IReadOnlyList<SessionClaimValidator> GlobalValidators { get; } = [.. sources.SelectMany(source => source.GlobalValidators)];

    public static void RemoveProtected(JsonObject payload)
    {
        foreach (var key in ProtectedKeys)
        {
            payload.Remove(key);
        }
    }

    /// <summary>Merges changes into a payload; a null removes its key.</summary>
    /// <param name="payload">The payload to change.</param>
    /// <param name="changes">What to change.</param>
    public static void Merge(JsonObject payload, JsonObject changes)
    {
        foreach (var (key, value) in changes)
        {
            if (value is null)
            {
                payload.Remove(key);
            }
            else
            {
                payload[key] = value.DeepClone();
            }
        }
    }

    /// <summary>Builds a new session's payload: what the application gives, the issuer, and each recipe's claims.</summary>
    /// <param name="session">The session about to be created.</param>
    /// <param name="issuer">The issuer (<c>iss</c>).</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The payload.</returns>
    public async Task<JsonObject> BuildPayloadAsync(NewSession session, string issuer, CancellationToken cancellationToken)
    {
        var payload = session.AccessTokenPayload?.DeepClone().AsObject() ?? [];
        payload["iss"] = issuer;
        RemoveProtected(payload);
        foreach (var claim in _claims)
        {
            foreach (var (key, value) in await claim.BuildAsync(session, payload, cancellationToken))
            {
                payload[key] = value?.DeepClone();
            }
        }

        return payload;
    }

    /// <summary>Makes a rule for a claim known by its key.</summary>
    /// <param name="key">The claim's key.</param>
    /// <param name="anyOf">The values of which one is enough; empty for any.</param>
    /// <param name="maxAge">How old it may be before it is fetched again; null for any age.</param>
    /// <returns>The validator.</returns>
    public SessionClaimValidator CreateValidator(string key, IReadOnlyList<string> anyOf, TimeSpan? maxAge)
        => new PayloadClaimValidator(key, anyOf, Array.Find(_claims, claim => claim.Key == key), maxAge, time);

    private static SessionClaim[] Distinct(IEnumerable<SessionClaim> claims)
    {
        SessionClaim[] all = [.. claims];
        return all.GroupBy(claim => claim.Key).FirstOrDefault(group => group.Count() > 1) is { Key: var key }
            ? throw new InvalidOperationException($"Two recipes add the session claim '{key}'.")
            : all;
    }
}
