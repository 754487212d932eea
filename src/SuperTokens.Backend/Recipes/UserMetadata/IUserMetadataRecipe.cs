using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.UserMetadata;

/// <summary>
/// Keeps one JSON object a user in the core, for all tenants together. The core asks for no user of that id: an id it does not know has
/// empty metadata, and metadata can be written before the user exists. Override it by deriving from <see cref="DelegatingUserMetadataRecipe"/>.
/// </summary>
public interface IUserMetadataRecipe
{
    /// <summary>Reads a user's metadata.</summary>
    /// <param name="userId">The user's (primary) id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The metadata; empty when there is none.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<UserMetadataResult> GetUserMetadataAsync(string userId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes a user's metadata. Properties at the top level are merged: each replaces the stored one as a whole, and one that is null
    /// removes it. What is nested is not merged, and a null in there is stored.
    /// </summary>
    /// <param name="userId">The user's (primary) id.</param>
    /// <param name="metadataUpdate">What to change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All of the metadata after the change.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<UserMetadataResult> UpdateUserMetadataAsync(string userId, JsonObject metadataUpdate, CancellationToken cancellationToken = default);

    /// <summary>Removes all of a user's metadata. Without any, nothing happens.</summary>
    /// <param name="userId">The user's (primary) id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the metadata is gone.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task ClearUserMetadataAsync(string userId, CancellationToken cancellationToken = default);
}
