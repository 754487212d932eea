namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>A provider that the app describes by itself.</summary>
internal sealed class CustomProvider : ProviderRules
{
    public override string Id => "";

    public override IEnumerable<string> Missing(ThirdPartyProviderConfig config)
    {
        foreach (var setting in base.Missing(config))
        {
            yield return setting;
        }

        if (config.OidcDiscoveryEndpoint is not null)
        {
            yield break;
        }

        if (config.AuthorizationEndpoint is null)
        {
            yield return "AuthorizationEndpoint (or OidcDiscoveryEndpoint)";
        }

        if (config.TokenEndpoint is null)
        {
            yield return "TokenEndpoint (or OidcDiscoveryEndpoint)";
        }

        if (config.UserInfoEndpoint is null && config.JwksUri is null)
        {
            yield return "UserInfoEndpoint or JwksUri (or OidcDiscoveryEndpoint)";
        }
    }
}
