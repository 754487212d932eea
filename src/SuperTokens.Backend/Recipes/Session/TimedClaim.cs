using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>A claim kept as <c>{"v": value, "t": time it was fetched, in milliseconds}</c>: what all of SuperTokens' own claims are.</summary>
/// <typeparam name="T">The values' type.</typeparam>
public abstract class TimedClaim<T> : SessionClaim<T>
{
    private readonly Func<string, RecipeUserId, string, JsonObject?, CancellationToken, ValueTask<ClaimValue<T>>> _fetch;
    private readonly JsonTypeInfo<T> _valueType;

    private protected TimedClaim(
        string key,
        Func<string, RecipeUserId, string, JsonObject?, CancellationToken, ValueTask<ClaimValue<T>>> fetch,
        TimeSpan? defaultMaxAge,
        TimeProvider? timeProvider,
        JsonTypeInfo<T>? valueType)
        : base(key)
    {
        _fetch = fetch;
        _valueType = valueType ?? SessionJsonContext.Default.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
            ?? throw new ArgumentException($"The claim '{key}' has values of type {typeof(T)}. Pass a JsonTypeInfo for it.", nameof(valueType));
        DefaultMaxAge = defaultMaxAge;
        Time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>How old a value may be when a validator does not say; null for any age.</summary>
    public TimeSpan? DefaultMaxAge { get; }

    private protected TimeProvider Time { get; }

    /// <inheritdoc />
    public sealed override ValueTask<ClaimValue<T>> FetchValueAsync(
        string userId, RecipeUserId recipeUserId, string tenantId, JsonObject? currentPayload, CancellationToken cancellationToken = default)
        => _fetch(userId, recipeUserId, tenantId, currentPayload, cancellationToken);

    /// <inheritdoc />
    public sealed override void AddToPayload(JsonObject payload, T value)
    {
        ArgumentNullException.ThrowIfNull(payload);
        payload[Key] = new JsonObject { ["v"] = ToNode(value), ["t"] = Time.GetUtcNow().ToUnixTimeMilliseconds() };
    }

    /// <inheritdoc />
    public sealed override ClaimValue<T> GetValueFromPayload(JsonObject payload)
    {
        try
        {
            return TimedClaimPayload.Value(payload, Key) is { } node && node.Deserialize(_valueType) is { } value ? new ClaimValue<T>(value) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Reads when the value was fetched.</summary>
    /// <param name="payload">The payload.</param>
    /// <returns>The time, or null when the payload has no value.</returns>
    public DateTimeOffset? GetLastFetchTime(JsonObject payload) => TimedClaimPayload.Time(payload, Key);

    private protected JsonNode? ToNode(T value) => JsonSerializer.SerializeToNode(value, _valueType);

    private protected SessionClaimValidator Validator(TimeSpan? maxAge, string? id, ClaimRule rule) => new TimedClaimValidator(this, id ?? Key, maxAge ?? DefaultMaxAge, Time, rule);
}
