using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.UserMetadata;

/// <summary>A user's metadata.</summary>
/// <param name="Metadata">The metadata, a copy: changing it changes nothing in the core.</param>
public sealed record UserMetadataResult(JsonObject Metadata);
