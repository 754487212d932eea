using System.Text.Json.Nodes;
using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Recipes.UserMetadata;

/// <summary>User metadata in the core.</summary>
internal sealed class UserMetadataRecipe(ICoreClient core) : IUserMetadataRecipe
{
    private const string RecipeId = "usermetadata";

    private static readonly CorePath Metadata = CorePath.App("/recipe/user/metadata");

    public Task<UserMetadataResult> GetUserMetadataAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userId);
        return SendAsync(CoreRequest.Get(Metadata) with { Query = [new("userId", userId)], RecipeId = RecipeId }, cancellationToken);
    }

    public Task<UserMetadataResult> UpdateUserMetadataAsync(string userId, JsonObject metadataUpdate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userId);
        ArgumentNullException.ThrowIfNull(metadataUpdate);
        var body = new CoreMetadataUpdate(userId, metadataUpdate);
        return SendAsync(CoreRequest.Put(Metadata, body, UserMetadataJsonContext.Default.CoreMetadataUpdate) with { RecipeId = RecipeId }, cancellationToken);
    }

    public async Task ClearUserMetadataAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userId);
        var request = CoreRequest.Post(
            CorePath.App("/recipe/user/metadata/remove"), new CoreMetadataRemoval(userId), UserMetadataJsonContext.Default.CoreMetadataRemoval) with { RecipeId = RecipeId };
        var answer = await core.SendAsync(request, UserMetadataJsonContext.Default.CoreMetadataAnswer, cancellationToken);
        if (answer.Status != "OK")
        {
            throw UnexpectedCoreAnswer.To(request);
        }
    }

    private async Task<UserMetadataResult> SendAsync(CoreRequest request, CancellationToken cancellationToken)
    {
        var answer = await core.SendAsync(request, UserMetadataJsonContext.Default.CoreMetadataAnswer, cancellationToken);
        return answer is { Status: "OK", Metadata: { } metadata } ? new UserMetadataResult(metadata) : throw UnexpectedCoreAnswer.To(request);
    }
}
