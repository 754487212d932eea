using System.Collections.Immutable;
using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>One client of a provider, from the options or the core.</summary>
internal sealed record ProviderClient(
    string? ClientType,
    string? ClientId,
    string? ClientSecret,
    ImmutableArray<string>? Scope,
    bool? ForcePkce,
    IReadOnlyDictionary<string, string?> AdditionalConfig)
{
    /// <summary>Whether it is the core's. One without a secret is a public client there, such as a mobile app's: PKCE takes the secret's place.</summary>
    public bool IsOfCore { get; private init; }

    public static IEnumerable<ProviderClient> Of(ThirdPartyProviderOptions provider)
    {
        if (provider.Clients.Count == 0 || !string.IsNullOrWhiteSpace(provider.ClientId))
        {
            yield return new ProviderClient(
                null, provider.ClientId, NullIfBlank(provider.ClientSecret), ScopeOf(provider.Scope), provider.ForcePkce, UrlQuery.Merge(provider.AdditionalConfig, []));
        }

        foreach (var (type, client) in provider.Clients)
        {
            yield return new ProviderClient(
                type,
                client.ClientId,
                NullIfBlank(client.ClientSecret),
                ScopeOf(client.Scope) ?? ScopeOf(provider.Scope),
                client.ForcePkce ?? provider.ForcePkce,
                UrlQuery.Merge(provider.AdditionalConfig, client.AdditionalConfig));
        }
    }

    public static ProviderClient Of(TenantProviderClient client) => new(
        client.ClientType,
        client.ClientId,
        NullIfBlank(client.ClientSecret),
        client.Scope,
        client.ForcePkce,
        CoreValues.Of(client.AdditionalConfig))
    {
        IsOfCore = true,
    };

    public ThirdPartyProviderConfig ApplyTo(ThirdPartyProviderConfig config) => config with
    {
        ClientType = ClientType,
        ClientId = ClientId ?? "",
        ClientSecret = ClientSecret,
        Scope = Scope,
        ForcePkce = ForcePkce,
        AdditionalConfig = AdditionalConfig,
    };

    public override string ToString() => ClientType ?? "any";

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static ImmutableArray<string>? ScopeOf(IList<string> scope) => scope.Count == 0 ? null : [.. scope];
}
