using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>Passes every call on: derive from it, override one method, and add it with <c>Override&lt;IMultitenancyApi, …&gt;()</c>.</summary>
public abstract class DelegatingMultitenancyApi : IMultitenancyApi
{
    /// <summary>Creates the override.</summary>
    /// <param name="inner">What calls are passed on to.</param>
    protected DelegatingMultitenancyApi(IMultitenancyApi inner) => Inner = inner;

    /// <summary>What calls are passed on to.</summary>
    protected IMultitenancyApi Inner { get; }

    /// <inheritdoc />
    public virtual Task<LoginMethodsApiResult> GetLoginMethodsAsync(string? clientType, ApiContext context, CancellationToken cancellationToken = default)
        => Inner.GetLoginMethodsAsync(clientType, context, cancellationToken);
}
