using System.Text.Json.Nodes;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>A claim that is true or false.</summary>
public class BooleanClaim : PrimitiveClaim<bool>
{
    /// <summary>Creates the claim.</summary>
    /// <param name="key">Its key in the payload.</param>
    /// <param name="fetch">Fetches the value: gets user id, login method, tenant and current payload; returns none to leave the claim alone.</param>
    /// <param name="defaultMaxAge">How old a value may be when a validator does not say. Default: any age.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    public BooleanClaim(
        string key,
        Func<string, RecipeUserId, string, JsonObject?, CancellationToken, ValueTask<ClaimValue<bool>>> fetch,
        TimeSpan? defaultMaxAge = null,
        TimeProvider? timeProvider = null)
        : base(key, fetch, defaultMaxAge, timeProvider)
    {
    }

    /// <summary>Requires the claim to be true.</summary>
    /// <param name="maxAge">How old the claim may be before it is fetched again. Default: the claim's <see cref="TimedClaim{T}.DefaultMaxAge"/>.</param>
    /// <param name="id">The validator's id in a 403 answer. Default: the claim's key.</param>
    /// <returns>The validator.</returns>
    public SessionClaimValidator IsTrue(TimeSpan? maxAge = null, string? id = null) => HasValue(true, maxAge, id);

    /// <summary>Requires the claim to be false.</summary>
    /// <param name="maxAge">How old the claim may be before it is fetched again. Default: the claim's <see cref="TimedClaim{T}.DefaultMaxAge"/>.</param>
    /// <param name="id">The validator's id in a 403 answer. Default: the claim's key.</param>
    /// <returns>The validator.</returns>
    public SessionClaimValidator IsFalse(TimeSpan? maxAge = null, string? id = null) => HasValue(false, maxAge, id);
}
