using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.UserMetadata;

/// <summary>An <see cref="IUserMetadataRecipe"/> that passes every call on. Derive from it to override single methods.</summary>
/// <param name="inner">The original.</param>
public abstract class DelegatingUserMetadataRecipe(IUserMetadataRecipe inner) : IUserMetadataRecipe
{
    /// <summary>The original.</summary>
    protected IUserMetadataRecipe Inner { get; } = inner;

    /// <inheritdoc />
    public virtual Task<UserMetadataResult> GetUserMetadataAsync(string userId, CancellationToken cancellationToken = default)
        => Inner.GetUserMetadataAsync(userId, cancellationToken);

    /// <inheritdoc />
    public virtual Task<UserMetadataResult> UpdateUserMetadataAsync(string userId, JsonObject metadataUpdate, CancellationToken cancellationToken = default)
        => Inner.UpdateUserMetadataAsync(userId, metadataUpdate, cancellationToken);

    /// <inheritdoc />
    public virtual Task ClearUserMetadataAsync(string userId, CancellationToken cancellationToken = default)
        => Inner.ClearUserMetadataAsync(userId, cancellationToken);
}
