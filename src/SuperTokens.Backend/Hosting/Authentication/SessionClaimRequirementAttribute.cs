using Microsoft.AspNetCore.Authorization;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// Lets only sessions whose claims a validator accepts reach a controller, an action, a minimal API's handler, a hub or a hub's method. Derive from it
/// for a rule of your own. Without a session the answer is the protocol's 401, with one that fails the rule its 403, which names the validator's id. It
/// needs <c>UseAuthorization</c>.
/// </summary>
public abstract class SessionClaimRequirementAttribute : SessionRequirementAttribute
{
    /// <inheritdoc />
    public sealed override IEnumerable<IAuthorizationRequirement> GetRequirements() => [new ClaimRequirement(CreateValidator)];

    /// <summary>Makes the rule, once an application.</summary>
    /// <param name="services">The application's services; claims are among them.</param>
    /// <returns>The validator.</returns>
    protected abstract SessionClaimValidator CreateValidator(IServiceProvider services);
}
