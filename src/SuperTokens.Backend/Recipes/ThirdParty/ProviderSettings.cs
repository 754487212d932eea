using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Checks how a provider of the options is configured, and names settings as people write them.</summary>
internal static class ProviderSettings
{
    private const string Section = "SuperTokens:ThirdParty:Providers";

    /// <summary>The settings a provider needs and lacks; none for one that is overridden, as the override may do by itself what they are for.</summary>
    /// <param name="entry">The provider.</param>
    /// <returns>The settings, whole, such as <c>SuperTokens:ThirdParty:Providers:google:ClientSecret</c>.</returns>
    public static IEnumerable<string> Missing(ProviderEntry entry)
        => from client in entry.Options?.Override is null ? entry.Clients : []
           from setting in entry.Rules.Missing(entry.ConfigOf(client))
           select setting.StartsWith("Client", StringComparison.Ordinal) && client.ClientType is not null
               ? $"{Section}:{entry.Id}:Clients:{client.ClientType}:{setting}"
               : $"{Section}:{entry.Id}:{setting}";

    /// <summary>What is wrong with what a provider has.</summary>
    /// <param name="entry">The provider.</param>
    /// <returns>Messages with the setting, its value and the fix.</returns>
    public static IEnumerable<string> Wrong(ProviderEntry entry)
    {
        var config = entry.Config;
        ImmutableArray<(string Name, string? Value)> addresses =
        [
            ("AuthorizationEndpoint", config.AuthorizationEndpoint),
            ("TokenEndpoint", config.TokenEndpoint),
            ("UserInfoEndpoint", config.UserInfoEndpoint),
            ("JwksUri", config.JwksUri),
            ("OidcDiscoveryEndpoint", config.OidcDiscoveryEndpoint),
        ];
        foreach (var (name, value) in addresses.Where(address => address.Value is not null && ProviderUrl.TryRead(address.Value) is null))
        {
            yield return $"{Section}:{entry.Id}:{name} is \"{value}\". Give an https URL; http is for addresses of this machine alone.";
        }

        if (config is { JwksUri: not null, OidcDiscoveryEndpoint: null } && entry.ConfigOf(entry.Clients[0]) is { OidcDiscoveryEndpoint: null, Issuers.IsEmpty: true })
        {
            yield return $"{Section}:{entry.Id}:Issuer is missing. Give the \"iss\" of the provider's ID tokens, or its OidcDiscoveryEndpoint, which tells it.";
        }
    }
}
