using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>A tenant's settings. Factors that were never set are null; an empty list allows none.</summary>
internal sealed record TenantRow(
    TenantKey Key,
    IReadOnlyList<string>? FirstFactors,
    IReadOnlyList<string>? RequiredSecondaryFactors,
    JsonObject CoreConfig)
{
    /// <summary>The recipes that are off, by their JSON names. Only routes older than first factors switch one off.</summary>
    public IReadOnlyList<string> DisabledRecipes { get; init; } = [];

    /// <summary>The third-party providers, by id.</summary>
    public IReadOnlyList<JsonObject> Providers { get; init; } = [];
}
