using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>What to set of a tenant. Everything left null stays as it is, or as the core's default for a new tenant.</summary>
public sealed record TenantChanges
{
    /// <summary>The factors one can begin to sign in with. A new tenant starts with none: nobody may sign in until this is set.</summary>
    public TenantFactors? FirstFactors { get; init; }

    /// <summary>The factors everybody must also complete. At least one, or <see cref="TenantFactors.OfTheApp"/> for none.</summary>
    public TenantFactors? RequiredSecondaryFactors { get; init; }

    /// <summary>Core settings to set for this tenant, by their names in the core's configuration; one that is null goes back to its default.</summary>
    public JsonObject? CoreConfig { get; init; }

    /// <summary>Names the type; secrets among the settings stay out of logs.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(TenantChanges);
}
