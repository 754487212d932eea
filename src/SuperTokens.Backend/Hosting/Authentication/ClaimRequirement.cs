using Microsoft.AspNetCore.Authorization;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>Requires a session whose claims a validator accepts.</summary>
/// <param name="create">Makes the validator of the application's services.</param>
internal sealed class ClaimRequirement(Func<IServiceProvider, SessionClaimValidator> create) : IAuthorizationRequirement
{
    private Made? _made;

    /// <summary>The validator, made once for an application.</summary>
    /// <param name="services">The application's own services, not those of a request.</param>
    /// <returns>The validator.</returns>
    public SessionClaimValidator Validator(IServiceProvider services)
    {
        if (_made is not { } made || made.Services != services)
        {
            _made = made = new Made(services, create(services));
        }

        return made.Validator;
    }

    private sealed record Made(IServiceProvider Services, SessionClaimValidator Validator);
}
