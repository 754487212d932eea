using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// Lets only sessions with a verified e-mail address reach a controller, an action, a minimal API's handler, a hub or a hub's method. Without a
/// session the answer is the protocol's 401, without a verified address its 403, which names <c>st-ev</c>: frontends then show the page that
/// sends a link. It needs the EmailVerification recipe and <c>UseAuthorization</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireVerifiedEmailAttribute : SessionClaimRequirementAttribute
{
    /// <summary>How old the session's claim may be, in seconds, before it is fetched again. Default: -1, any age; a false one is fetched again after 10 seconds.</summary>
    public int MaxAgeInSeconds { get; set; } = -1;

    /// <inheritdoc />
    protected override SessionClaimValidator CreateValidator(IServiceProvider services)
        => RequirementValidators.VerifiedEmail(services, RequiredNames.MaxAge(MaxAgeInSeconds));
}
