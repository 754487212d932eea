using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokens.Backend.Hosting;

/// <summary>
/// Makes the <see cref="ApiContext"/> with which a page of the application calls the recipes' APIs, such as
/// <c>IEmailPasswordApi</c>: the flow that frontends reach over HTTP, overrides included. Inject it into a controller or page.
/// </summary>
public sealed class ApiContextFactory
{
    private const string PublicTenant = "public";

    private readonly SuperTokensAppInfo _appInfo;
    private readonly ITenantResolver _resolver;
    private readonly IMultitenancyRecipe _tenants;
    private readonly int _maxBodySize;

    internal ApiContextFactory(SuperTokensAppInfo appInfo, IOptions<SuperTokensOptions> options, ITenantResolver resolver, IMultitenancyRecipe tenants)
    {
        _appInfo = appInfo;
        _resolver = resolver;
        _tenants = tenants;
        _maxBodySize = options.Value.MaxRequestBodySize;
    }

    /// <summary>
    /// Makes the context of a request. A session that an API begins with it travels in cookies, as there is no frontend SDK that could
    /// keep tokens, unless <c>SuperTokens:Session:TokenTransferMethod</c> says otherwise. Protect the page's forms from other sites, as
    /// antiforgery does: the APIs expect their caller to have done so.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="tenantId">The tenant the page is for, as in the query of links in mails. Default: <c>public</c>, which every app has.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The context, or null when there is no such tenant.</returns>
    /// <exception cref="CoreException">The core was asked for the tenant and failed.</exception>
    public async Task<ApiContext?> CreateAsync(HttpContext context, string tenantId = PublicTenant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(tenantId);
        if (!TenantName.IsValid(tenantId))
        {
            return null;
        }

        var resolved = (await _resolver.ResolveAsync(tenantId.ToLowerInvariant(), context, cancellationToken)).ToLowerInvariant();
        if (resolved != PublicTenant && await _tenants.GetTenantAsync(resolved, cancellationToken) is null)
        {
            return null;
        }

        context.Features.Set(new PageFeature());
        return new ApiContext(context, resolved, _maxBodySize, _appInfo.GetOrigin(context));
    }
}
