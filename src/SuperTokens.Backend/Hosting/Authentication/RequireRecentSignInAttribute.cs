using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// Lets only sessions of people who signed in a short time ago reach a controller, an action, a minimal API's handler, a hub or a hub's method: for
/// what a stolen or forgotten session must not do, such as changing a password. Refreshing a session is no sign-in. Without a session the answer is the
/// protocol's 401, with an older one its 403, which names <c>st-signin</c>: have people sign in again, which makes a new session. It needs
/// <c>UseAuthorization</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireRecentSignInAttribute : SessionClaimRequirementAttribute
{
    /// <summary>Requires a recent sign-in.</summary>
    /// <param name="maxAgeInSeconds">How long ago it may be, in seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    public RequireRecentSignInAttribute(int maxAgeInSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxAgeInSeconds);
        MaxAgeInSeconds = maxAgeInSeconds;
    }

    /// <summary>How long ago the sign-in may be, in seconds.</summary>
    public int MaxAgeInSeconds { get; }

    /// <inheritdoc />
    protected override SessionClaimValidator CreateValidator(IServiceProvider services)
        => RequirementValidators.RecentSignIn(services, TimeSpan.FromSeconds(MaxAgeInSeconds));
}
