using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Protects endpoints by sessions' claims.</summary>
public static class ClaimEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Lets only sessions with a verified e-mail address reach these endpoints. Without a session the answer is the protocol's 401, without a verified
    /// address its 403, which names <c>st-ev</c>. It needs the EmailVerification recipe and <c>UseAuthorization</c>.
    /// </summary>
    /// <typeparam name="TBuilder">The kind of endpoint: a route, a group, controllers, a hub.</typeparam>
    /// <param name="builder">The endpoints.</param>
    /// <returns>The endpoints.</returns>
    public static TBuilder RequireVerifiedEmail<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
        => builder.RequireAuthorization(new RequireVerifiedEmailAttribute());

    /// <summary>
    /// Lets only sessions with a claim of the application's own reach these endpoints. Without a session the answer is the protocol's 401, without the
    /// claim its 403, which names the claim's key. A claim that <c>AddSessionClaim</c> added is fetched when the session has none. It needs
    /// <c>UseAuthorization</c>.
    /// </summary>
    /// <typeparam name="TBuilder">The kind of endpoint: a route, a group, controllers, a hub.</typeparam>
    /// <param name="builder">The endpoints.</param>
    /// <param name="key">Its key in the access token's payload.</param>
    /// <param name="anyOf">
    /// The values of which one is enough, compared exactly; numbers and booleans as JSON writes them, a list by its elements. Default: any value
    /// but null.
    /// </param>
    /// <returns>The endpoints.</returns>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public static TBuilder RequireSessionClaim<TBuilder>(this TBuilder builder, string key, params string[] anyOf)
        where TBuilder : IEndpointConventionBuilder
        => builder.RequireAuthorization(new RequireSessionClaimAttribute(key, anyOf));

    /// <summary>
    /// Lets only sessions whose claims a validator accepts reach these endpoints. Without a session the answer is the protocol's 401, with one that
    /// fails the rule its 403, which names the validator's id. It needs <c>UseAuthorization</c>.
    /// </summary>
    /// <typeparam name="TBuilder">The kind of endpoint: a route, a group, controllers, a hub.</typeparam>
    /// <param name="builder">The endpoints.</param>
    /// <param name="create">Makes the validator of the application's services, once.</param>
    /// <returns>The endpoints.</returns>
    public static TBuilder RequireSessionClaim<TBuilder>(this TBuilder builder, Func<IServiceProvider, SessionClaimValidator> create)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(create);
        return builder.RequireAuthorization(new RequireValidatorAttribute(create));
    }

    /// <summary>
    /// Lets only sessions of people who signed in a short time ago reach these endpoints; refreshing a session is no sign-in. Without a session the
    /// answer is the protocol's 401, with an older one its 403, which names <c>st-signin</c>. It needs <c>UseAuthorization</c>.
    /// </summary>
    /// <typeparam name="TBuilder">The kind of endpoint: a route, a group, controllers, a hub.</typeparam>
    /// <param name="builder">The endpoints.</param>
    /// <param name="maxAge">How long ago it may be, at least a second.</param>
    /// <returns>The endpoints.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is below a second.</exception>
    public static TBuilder RequireRecentSignIn<TBuilder>(this TBuilder builder, TimeSpan maxAge)
        where TBuilder : IEndpointConventionBuilder
        => builder.RequireAuthorization(new RequireRecentSignInAttribute((int)maxAge.TotalSeconds));

    private sealed class RequireValidatorAttribute(Func<IServiceProvider, SessionClaimValidator> create) : SessionClaimRequirementAttribute
    {
        protected override SessionClaimValidator CreateValidator(IServiceProvider services) => create(services);
    }
}
