using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>What people came back from a provider with.</summary>
/// <param name="RedirectUriOnProviderDashboard">Where the provider sent them back to.</param>
/// <param name="RedirectUriQueryParams">The parameters of that address, <c>code</c> among them.</param>
/// <param name="PkceCodeVerifier">The PKCE verifier, or null where PKCE is not used.</param>
public sealed record RedirectUriInfo(string RedirectUriOnProviderDashboard, JsonObject RedirectUriQueryParams, string? PkceCodeVerifier = null)
{
    /// <summary>Names the record; code and verifier stay out of logs.</summary>
    /// <returns>The record's name.</returns>
    public override string ToString() => nameof(RedirectUriInfo);
}
