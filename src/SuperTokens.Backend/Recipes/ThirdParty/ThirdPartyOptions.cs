namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Settings of the third-party recipe; the configuration section <c>SuperTokens:ThirdParty</c> binds to it.</summary>
public sealed class ThirdPartyOptions
{
    /// <summary>
    /// The providers people can sign in with, by their id: one of <see cref="BuiltInProviders"/> (or one that starts so, such as
    /// <c>google-staff</c>), or any other for a provider of your own. Default: none; the core may add some for a tenant.
    /// </summary>
    public IDictionary<string, ThirdPartyProviderOptions> Providers { get; } = new OrderedDictionary<string, ThirdPartyProviderOptions>(StringComparer.Ordinal);

    /// <summary>How long one request to a provider may take, reading its answer included. Default: 10 seconds.</summary>
    public TimeSpan ProviderTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
