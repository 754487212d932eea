using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserMetadata;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of <c>docs/recipes/usermetadata.md</c>.</summary>
internal static class UserMetadataSnippets
{
    public static void Services(SuperTokensBuilder superTokens)
    {
        superTokens.AddUserMetadata();
    }

    public static async Task<JsonObject> UpdateAsync(IUserMetadataRecipe metadata, SessionContainer session)
    {
        var settings = new JsonObject { ["language"] = "de", ["beta"] = null };
        var all = (await metadata.UpdateUserMetadataAsync(session.UserId, settings)).Metadata;
        return all;
    }

    sealed class NoSecrets(IUserMetadataRecipe original) : DelegatingUserMetadataRecipe(original)
    {
        public override Task<UserMetadataResult> UpdateUserMetadataAsync(
            string userId, JsonObject metadataUpdate, CancellationToken cancellationToken = default)
            => metadataUpdate.ContainsKey("password")
                ? throw new ArgumentException("Passwords do not belong here.", nameof(metadataUpdate))
                : base.UpdateUserMetadataAsync(userId, metadataUpdate, cancellationToken);
    }
}
