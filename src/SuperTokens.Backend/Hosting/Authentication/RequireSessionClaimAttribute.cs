using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// Lets only sessions with a claim of the application's own reach a controller, an action, a minimal API's handler, a hub or a hub's method.
/// Without a session the answer is the protocol's 401, without the claim its 403, which names the claim's key. A claim that
/// <c>AddSessionClaim</c> added is fetched when the session has none. It needs <c>UseAuthorization</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireSessionClaimAttribute : SessionClaimRequirementAttribute
{
    /// <summary>Requires a claim.</summary>
    /// <param name="key">Its key in the access token's payload.</param>
    /// <param name="anyOf">
    /// The values of which one is enough, compared exactly; numbers and booleans as JSON writes them, a list by its elements. Default: any value
    /// but null.
    /// </param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public RequireSessionClaimAttribute(string key, params string[] anyOf)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(anyOf);
        Key = key;
        AnyOf = [.. anyOf];
    }

    /// <summary>The claim's key.</summary>
    public string Key { get; }

    /// <summary>The values of which one is enough; empty for any.</summary>
    public IReadOnlyList<string> AnyOf { get; }

    /// <summary>How old the session's claim may be, in seconds, before it is fetched again. Default: -1, any age.</summary>
    public int MaxAgeInSeconds { get; set; } = -1;

    /// <inheritdoc />
    protected override SessionClaimValidator CreateValidator(IServiceProvider services)
        => RequirementValidators.Claim(services, Key, AnyOf, RequiredNames.MaxAge(MaxAgeInSeconds));
}
