using Microsoft.AspNetCore.Authorization;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>What the attributes that ask something of sessions have in common: they name the scheme, and hubs' methods read them too.</summary>
public abstract class SessionRequirementAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    private protected SessionRequirementAttribute()
    {
        AuthenticationSchemes = SuperTokensDefaults.AuthenticationScheme;
        Policy = EndpointRequirement.Policy;
    }

    /// <inheritdoc />
    public abstract IEnumerable<IAuthorizationRequirement> GetRequirements();
}
