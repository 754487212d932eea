using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>A tenant's settings. Factors that were never set are null; an empty list allows none.</summary>
internal sealed record TenantRow(
    TenantKey Key,
    JsonArray? FirstFactors,
    JsonArray? RequiredSecondaryFactors,
    JsonObject CoreConfig)
{
    /// <summary>The third-party providers, by id.</summary>
    public IReadOnlyList<JsonObject> Providers { get; init; } = [];
}
