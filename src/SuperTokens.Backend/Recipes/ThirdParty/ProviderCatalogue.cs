using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>The rules of all providers.</summary>
internal static class ProviderCatalogue
{
    // One whose id begins like another's comes first.
    private static readonly ImmutableArray<ProviderRules> Rules =
    [
        new ActiveDirectoryProvider(),
        new AppleProvider(),
        new BitbucketProvider(),
        new BoxySamlProvider(),
        new DiscordProvider(),
        new FacebookProvider(),
        new GitHubProvider(),
        new GitLabProvider(),
        new GoogleWorkspacesProvider(),
        new GoogleProvider(),
        new LinkedInProvider(),
        new OktaProvider(),
        new SamlProvider(),
        new TwitterProvider(),
        new CustomProvider(),
    ];

    /// <summary>The rules for an id.</summary>
    /// <param name="thirdPartyId">The id.</param>
    /// <returns>Those of the built-in provider whose id it starts with, else those for a provider of the app's own.</returns>
    public static ProviderRules Find(string thirdPartyId) => Rules.First(rules => thirdPartyId.StartsWith(rules.Id, StringComparison.Ordinal));
}
