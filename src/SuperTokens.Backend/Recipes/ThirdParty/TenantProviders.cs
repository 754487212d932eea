using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>The providers of each tenant, ready for use.</summary>
internal sealed class TenantProviders : IOfferedProviderSource
{
    // People wait for the sign-in page; a provider that is slow today must not keep them.
    private static readonly TimeSpan OfferTimeout = TimeSpan.FromSeconds(3);

    private readonly ImmutableArray<ProviderEntry> _known;
    private readonly ILogger<TenantProviders> _logger;
    private readonly ProviderTools _tools;

    public TenantProviders(IOptions<ThirdPartyOptions> options, ProviderTools tools, IHostEnvironment environment, ILogger<TenantProviders> logger)
    {
        _tools = tools;
        _logger = logger;
        _known = [.. options.Value.Providers.Select(provider => ProviderEntry.Of(provider.Key, provider.Value))];
        if (environment.IsDevelopment())
        {
            foreach (var (entry, missing) in _known.SelectMany(entry => ProviderSettings.Missing(entry), (entry, missing) => (entry, missing)))
            {
                logger.ProviderIncomplete(entry.Id, missing);
            }
        }
    }

    /// <summary>Makes a provider of a tenant ready.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="thirdPartyId">The provider's id.</param>
    /// <param name="clientType">The kind of frontend, or null when it does not say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The provider, or why there is none.</returns>
    /// <exception cref="ThirdPartyProviderException">The provider's discovery failed.</exception>
    public async Task<GetProviderResult> FindAsync(Tenant tenant, string thirdPartyId, string? clientType, CancellationToken cancellationToken)
        => ProviderEntry.Of(tenant, _known).FirstOrDefault(entry => entry.Id == thirdPartyId) is { } entry
            ? await FindAsync(tenant, entry, clientType, cancellationToken)
            : new GetProviderResult.UnknownProvider();

    public async Task<ImmutableArray<OfferedProvider>> ListAsync(Tenant tenant, string? clientType, CancellationToken cancellationToken)
    {
        var offered = await Task.WhenAll(ProviderEntry.Of(tenant, _known).Select(entry => OfferAsync(tenant, entry, clientType, cancellationToken)));
        return [.. offered.OfType<OfferedProvider>()];
    }

    private async Task<OfferedProvider?> OfferAsync(Tenant tenant, ProviderEntry entry, string? clientType, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(OfferTimeout, _tools.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await FindAsync(tenant, entry, clientType, linked.Token) is GetProviderResult.Ok found
                ? new OfferedProvider(found.Provider.Id, found.Provider.Config.Name)
                : null;
        }
        catch (Exception exception) when (exception is ThirdPartyProviderException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            _logger.ProviderNotOffered(entry.Id, tenant.Id, exception);
            return null;
        }
    }

    private async Task<GetProviderResult> FindAsync(Tenant tenant, ProviderEntry entry, string? clientType, CancellationToken cancellationToken)
    {
        if (entry.Select(clientType) is not { } client)
        {
            return new GetProviderResult.UnknownClientType();
        }

        var config = entry.ConfigOf(client);
        if (entry.Options?.ConfigureClient is { } configure)
        {
            config = await configure(config, tenant.Id, cancellationToken);
        }

        // An override may do by itself what the missing setting is for.
        if (entry.Options?.Override is null && entry.Rules.Missing(client.IsOfCore ? config with { ForcePkce = true } : config).Any())
        {
            _logger.ProviderUnusable(entry.Id, tenant.Id);
            return new GetProviderResult.UnknownProvider();
        }

        if (config.OidcDiscoveryEndpoint is { } discovery)
        {
            config = (await _tools.Documents.GetDiscoveryAsync(entry.Id, discovery, cancellationToken)).Fill(config);
        }

        if (entry.Rules.Create(config, _tools) is not { } provider)
        {
            // The app's own providers are checked at start; this one is the core's.
            _logger.SamlNotAdded(entry.Id, tenant.Id);
            return new GetProviderResult.UnknownProvider();
        }

        return new GetProviderResult.Ok(entry.Options?.Override?.Invoke(provider) ?? provider);
    }
}
