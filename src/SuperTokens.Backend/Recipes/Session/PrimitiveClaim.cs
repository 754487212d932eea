using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>A claim with one simple value: a text, a number or a boolean.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public class PrimitiveClaim<T> : TimedClaim<T>
{
    /// <summary>Creates the claim.</summary>
    /// <param name="key">Its key in the payload.</param>
    /// <param name="fetch">Fetches the value: gets user id, login method, tenant and current payload; returns none to leave the claim alone.</param>
    /// <param name="defaultMaxAge">How old a value may be when a validator does not say. Default: any age.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    /// <param name="valueType">How values are written as JSON. Default: known for <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/> and <see cref="double"/>.</param>
    /// <exception cref="ArgumentException">The value's type is not one of these and <paramref name="valueType"/> is missing.</exception>
    public PrimitiveClaim(
        string key,
        Func<string, RecipeUserId, string, JsonObject?, CancellationToken, ValueTask<ClaimValue<T>>> fetch,
        TimeSpan? defaultMaxAge = null,
        TimeProvider? timeProvider = null,
        JsonTypeInfo<T>? valueType = null)
        : base(key, fetch, defaultMaxAge, timeProvider, valueType)
    {
    }

    /// <summary>Requires the claim to have a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="maxAge">How old the claim may be before it is fetched again. Default: the claim's <see cref="TimedClaim{T}.DefaultMaxAge"/>.</param>
    /// <param name="id">The validator's id in a 403 answer. Default: the claim's key.</param>
    /// <returns>The validator.</returns>
    public SessionClaimValidator HasValue(T value, TimeSpan? maxAge = null, string? id = null)
    {
        var expected = ToNode(value);
        return Validator(maxAge, id, new ClaimRule(expected, "expectedValue", "expectedValue", actual => JsonNode.DeepEquals(actual, expected)));
    }
}
