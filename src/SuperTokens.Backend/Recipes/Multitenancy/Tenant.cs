using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>A tenant: a group of users with its own sign-in methods.</summary>
public sealed record Tenant
{
    /// <summary>The id of the tenant every app has: <c>public</c>.</summary>
    public const string DefaultId = "public";

    /// <summary>The tenant's id.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The ids of the factors one can begin to sign in with, such as <c>emailpassword</c>; null when the tenant leaves it to the
    /// app, empty when nobody may sign in.
    /// </summary>
    public ImmutableArray<string>? FirstFactors { get; init; }

    /// <summary>The ids of the factors everybody must also complete, or null when the tenant does not say.</summary>
    public ImmutableArray<string>? RequiredSecondaryFactors { get; init; }

    /// <summary>The tenant's third-party providers, as configured in the core.</summary>
    public ImmutableArray<TenantProvider> ThirdPartyProviders { get; init; } = [];

    /// <summary>The core settings that differ for this tenant.</summary>
    public JsonObject CoreConfig { get; init; } = [];

    /// <summary>Names the tenant; secrets in its settings stay out of logs.</summary>
    /// <returns>The tenant's id.</returns>
    public override string ToString() => Id;
}
