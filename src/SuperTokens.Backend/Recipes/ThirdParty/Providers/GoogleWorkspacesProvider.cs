using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Google Workspaces: Google for the members of an organisation, whose domain <c>hd</c> names (<c>*</c> for any).</summary>
internal sealed class GoogleWorkspacesProvider : ProviderRules
{
    private const string AnyDomain = "*";

    public override string Id => BuiltInProviders.GoogleWorkspaces;

    public override ThirdPartyProviderConfig Complete(ThirdPartyProviderConfig config)
    {
        var completed = GoogleProvider.CompleteAs(config, "Google Workspaces");
        return completed with
        {
            AuthorizationEndpointQueryParams = UrlQuery.Merge(completed.AuthorizationEndpointQueryParams, [new("hd", Additional(config, "hd") ?? AnyDomain)]),
        };
    }

    // The parameter only preselects an account: the claim is what counts, and an account outside of every organisation has none.
    public override bool Accepts(ThirdPartyProviderConfig config, JsonObject payload)
        => UserInfoReader.Text(payload, "hd") is { } domain
            && (Additional(config, "hd") is null or AnyDomain || string.Equals(domain, Additional(config, "hd"), StringComparison.OrdinalIgnoreCase));
}
