using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>A provider as it is configured for a tenant: its settings apart from a client, and its clients.</summary>
internal sealed record ProviderEntry(ThirdPartyProviderConfig Config, ImmutableArray<ProviderClient> Clients, ThirdPartyProviderOptions? Options)
{
    public string Id => Config.ThirdPartyId;

    public ProviderRules Rules => ProviderCatalogue.Find(Id);

    /// <summary>A provider of the options.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="options">Its options.</param>
    /// <returns>The provider.</returns>
    public static ProviderEntry Of(string id, ThirdPartyProviderOptions options) => new(
        new ThirdPartyProviderConfig
        {
            ThirdPartyId = id,
            Name = options.Name,
            AuthorizationEndpoint = options.AuthorizationEndpoint,
            AuthorizationEndpointQueryParams = UrlQuery.Merge(options.AuthorizationEndpointQueryParams, []),
            TokenEndpoint = options.TokenEndpoint,
            TokenEndpointBodyParams = UrlQuery.Merge(options.TokenEndpointBodyParams, []),
            UserInfoEndpoint = options.UserInfoEndpoint,
            UserInfoEndpointQueryParams = UrlQuery.Merge(options.UserInfoEndpointQueryParams, []),
            UserInfoEndpointHeaders = UrlQuery.Merge(options.UserInfoEndpointHeaders, []),
            JwksUri = options.JwksUri,
            OidcDiscoveryEndpoint = options.OidcDiscoveryEndpoint,
            Issuers = options.Issuer is { Length: > 0 } issuer ? [issuer] : [],
            UserInfoMap = options.UserInfoMap,
            RequireEmail = options.RequireEmail,
            ValidateIdTokenPayload = options.ValidateIdTokenPayload,
            ValidateAccessToken = options.ValidateAccessToken,
            GenerateFakeEmail = options.GenerateFakeEmail,
        },
        [.. ProviderClient.Of(options)],
        options);

    /// <summary>The providers of a tenant, as supertokens-node puts those of the core and of the app together.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="known">The app's own.</param>
    /// <returns>Those of the core where it has any, each over the app's of the same id; else the app's.</returns>
    public static ImmutableArray<ProviderEntry> Of(Tenant tenant, ImmutableArray<ProviderEntry> known)
        => tenant.ThirdPartyProviders.IsEmpty
            ? [.. known.Where(entry => tenant.Id == Tenant.DefaultId || entry.Options?.IncludeInNonPublicTenantsByDefault == true)]
            : [.. tenant.ThirdPartyProviders.Select(provider => Merge(provider, known.FirstOrDefault(entry => entry.Id == provider.ThirdPartyId)))];

    /// <summary>The client for a kind of frontend.</summary>
    /// <param name="clientType">The kind, or null when the frontend does not say.</param>
    /// <returns>The client; null when there is none, or several and the frontend does not say.</returns>
    public ProviderClient? Select(string? clientType)
        => clientType is null && Clients.Length == 1 ? Clients[0] : Clients.FirstOrDefault(client => client.ClientType == clientType);

    /// <summary>The settings for one client, with what is built in.</summary>
    /// <param name="client">The client.</param>
    /// <returns>The settings, before discovery.</returns>
    public ThirdPartyProviderConfig ConfigOf(ProviderClient client)
    {
        var config = Rules.Complete(client.ApplyTo(Config));
        return config with { UserInfoMap = UserInfoReader.WithUsualFields(config.UserInfoMap) };
    }

    private static ProviderEntry Merge(TenantProvider core, ProviderEntry? known)
    {
        var own = known?.Config ?? new ThirdPartyProviderConfig { ThirdPartyId = core.ThirdPartyId };
        var clients = core.Clients.Select(ProviderClient.Of).ToImmutableArray();

        // The secrets of the app's clients are not for a token endpoint that the tenant names.
        var kept = core is { TokenEndpoint: null, OidcDiscoveryEndpoint: null } ? known?.Clients ?? [] : [];
        return new ProviderEntry(
            own with
            {
                Name = core.Name ?? own.Name,
                AuthorizationEndpoint = core.AuthorizationEndpoint ?? own.AuthorizationEndpoint,
                AuthorizationEndpointQueryParams = Values(core.AuthorizationEndpointQueryParams) ?? own.AuthorizationEndpointQueryParams,
                TokenEndpoint = core.TokenEndpoint ?? own.TokenEndpoint,
                TokenEndpointBodyParams = Values(core.TokenEndpointBodyParams) ?? own.TokenEndpointBodyParams,
                UserInfoEndpoint = core.UserInfoEndpoint ?? own.UserInfoEndpoint,
                UserInfoEndpointQueryParams = Values(core.UserInfoEndpointQueryParams) ?? own.UserInfoEndpointQueryParams,
                UserInfoEndpointHeaders = Values(core.UserInfoEndpointHeaders) ?? own.UserInfoEndpointHeaders,
                JwksUri = core.JwksUri ?? own.JwksUri,
                OidcDiscoveryEndpoint = core.OidcDiscoveryEndpoint ?? own.OidcDiscoveryEndpoint,

                // The issuer of the app's provider is not that of another one.
                Issuers = core.OidcDiscoveryEndpoint is null && core.JwksUri is null ? own.Issuers : [],
                UserInfoMap = CoreValues.Map(core.UserInfoMap, own.UserInfoMap),
                RequireEmail = core.RequireEmail ?? own.RequireEmail,
            },
            [.. kept.Where(client => clients.All(other => other.ClientType != client.ClientType)), .. clients],
            known?.Options);

        static IReadOnlyDictionary<string, string?>? Values(JsonObject? json) => json is null ? null : CoreValues.Of(json);
    }
}
