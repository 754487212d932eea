using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>A claim with a list of simple values, such as roles.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
public class PrimitiveArrayClaim<T> : TimedClaim<T[]>
{
    // The names of the reasons are supertokens-node's, odd ones included.
    private const string ToInclude = "expectedToInclude";
    private const string ToNotInclude = "expectedToNotInclude";
    private const string ToIncludeAny = "expectedToIncludeAtLeastOneOf";

    /// <summary>Creates the claim.</summary>
    /// <param name="key">Its key in the payload.</param>
    /// <param name="fetch">Fetches the values: gets user id, login method, tenant and current payload; returns none to leave the claim alone.</param>
    /// <param name="defaultMaxAge">How old the values may be when a validator does not say. Default: any age.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    /// <param name="valueType">How values are written as JSON. Default: known for arrays of <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/> and <see cref="double"/>.</param>
    /// <exception cref="ArgumentException">The elements' type is not one of these and <paramref name="valueType"/> is missing.</exception>
    public PrimitiveArrayClaim(
        string key,
        Func<string, RecipeUserId, string, JsonObject?, CancellationToken, ValueTask<ClaimValue<T[]>>> fetch,
        TimeSpan? defaultMaxAge = null,
        TimeProvider? timeProvider = null,
        JsonTypeInfo<T[]>? valueType = null)
        : base(key, fetch, defaultMaxAge, timeProvider, valueType)
    {
    }

    /// <summary>Requires the list to have a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="maxAge">How old the claim may be before it is fetched again. Default: the claim's <see cref="TimedClaim{T}.DefaultMaxAge"/>.</param>
    /// <param name="id">The validator's id in a 403 answer. Default: the claim's key.</param>
    /// <returns>The validator.</returns>
    public SessionClaimValidator Includes(T value, TimeSpan? maxAge = null, string? id = null)
        => One(value, ToInclude, included => included, maxAge, id);

    /// <summary>Requires the list not to have a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="maxAge">How old the claim may be before it is fetched again. Default: the claim's <see cref="TimedClaim{T}.DefaultMaxAge"/>.</param>
    /// <param name="id">The validator's id in a 403 answer. Default: the claim's key.</param>
    /// <returns>The validator.</returns>
    public SessionClaimValidator Excludes(T value, TimeSpan? maxAge = null, string? id = null)
        => One(value, ToNotInclude, included => !included, maxAge, id);

    /// <summary>Requires the list to have all of some values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="maxAge">How old the claim may be before it is fetched again. Default: the claim's <see cref="TimedClaim{T}.DefaultMaxAge"/>.</param>
    /// <param name="id">The validator's id in a 403 answer. Default: the claim's key.</param>
    /// <returns>The validator.</returns>
    public SessionClaimValidator IncludesAll(IReadOnlyCollection<T> values, TimeSpan? maxAge = null, string? id = null)
        => Several(values, ToInclude, ToInclude, (expected, actual) => expected.All(value => Contains(actual, value)), maxAge, id);

    /// <summary>Requires the list to have at least one of some values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="maxAge">How old the claim may be before it is fetched again. Default: the claim's <see cref="TimedClaim{T}.DefaultMaxAge"/>.</param>
    /// <param name="id">The validator's id in a 403 answer. Default: the claim's key.</param>
    /// <returns>The validator.</returns>
    public SessionClaimValidator IncludesAny(IReadOnlyCollection<T> values, TimeSpan? maxAge = null, string? id = null)
        => Several(values, ToIncludeAny, ToNotInclude, (expected, actual) => expected.Any(value => Contains(actual, value)), maxAge, id);

    /// <summary>Requires the list to have none of some values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="maxAge">How old the claim may be before it is fetched again. Default: the claim's <see cref="TimedClaim{T}.DefaultMaxAge"/>.</param>
    /// <param name="id">The validator's id in a 403 answer. Default: the claim's key.</param>
    /// <returns>The validator.</returns>
    public SessionClaimValidator ExcludesAll(IReadOnlyCollection<T> values, TimeSpan? maxAge = null, string? id = null)
        => Several(values, ToNotInclude, ToNotInclude, (expected, actual) => !expected.Any(value => Contains(actual, value)), maxAge, id);

    private static bool Contains(JsonNode actual, JsonNode? value)
        => actual is JsonArray items && items.Any(item => JsonNode.DeepEquals(item, value));

    private SessionClaimValidator One(T value, string name, Func<bool, bool> isMet, TimeSpan? maxAge, string? id)
    {
        var expected = ToNode([value])![0];

        // What is no list is as required in no way.
        return Validator(maxAge, id, new ClaimRule(expected, name, name, actual => actual is JsonArray && isMet(Contains(actual, expected))));
    }

    private SessionClaimValidator Several(
        IReadOnlyCollection<T> values, string wrongName, string missingName, Func<JsonArray, JsonNode, bool> isMet, TimeSpan? maxAge, string? id)
    {
        var expected = (JsonArray)ToNode([.. values])!;
        return Validator(maxAge, id, new ClaimRule(expected, wrongName, missingName, actual => actual is JsonArray && isMet(expected, actual)));
    }
}
