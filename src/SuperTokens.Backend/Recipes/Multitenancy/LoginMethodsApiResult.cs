using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>What <see cref="IMultitenancyApi.GetLoginMethodsAsync"/> answers.</summary>
public abstract record LoginMethodsApiResult
{
    private LoginMethodsApiResult()
    {
    }

    /// <summary>The sign-in methods that work for the tenant.</summary>
    /// <param name="FirstFactors">The ids of the factors one can begin to sign in with, such as <c>emailpassword</c>.</param>
    /// <param name="ThirdPartyProviders">The third-party providers to offer.</param>
    public sealed record Ok(ImmutableArray<string> FirstFactors, ImmutableArray<OfferedProvider> ThirdPartyProviders) : LoginMethodsApiResult;

    /// <summary>Something only an override answers: the frontend shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : LoginMethodsApiResult;
}
