using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>What multitenancy answers frontends, one endpoint a method. Override it by deriving from <see cref="DelegatingMultitenancyApi"/>.</summary>
public interface IMultitenancyApi
{
    /// <summary>Lists the sign-in methods of the request's tenant: <c>GET /loginmethods</c>.</summary>
    /// <param name="clientType">The kind of frontend that asks, or null when it did not say.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sign-in methods, or a general error.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<LoginMethodsApiResult> GetLoginMethodsAsync(string? clientType, ApiContext context, CancellationToken cancellationToken = default);
}
