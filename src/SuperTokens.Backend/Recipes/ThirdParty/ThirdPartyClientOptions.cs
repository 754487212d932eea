namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>One of several clients of a provider, for one kind of frontend such as <c>web</c> or <c>ios</c>.</summary>
public sealed class ThirdPartyClientOptions
{
    /// <summary>The client's id at the provider. Required.</summary>
    public string? ClientId { get; set; }

    /// <summary>The client's secret. It belongs into user secrets or the environment. Required unless <see cref="ForcePkce"/> is true.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The scopes asked for. Default: those of the provider's options, else the provider's usual ones.</summary>
    public IList<string> Scope { get; } = [];

    /// <summary>Whether PKCE is used although there is a secret. Default: what the provider's options say.</summary>
    public bool? ForcePkce { get; set; }

    /// <summary>Settings that only this provider has. What is not here is taken from the provider's options.</summary>
    public IDictionary<string, string?> AdditionalConfig { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);
}
