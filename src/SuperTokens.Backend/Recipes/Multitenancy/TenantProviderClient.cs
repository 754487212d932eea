using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>One client this app is registered with at a third-party provider.</summary>
public sealed record TenantProviderClient
{
    /// <summary>The client's id.</summary>
    public required string ClientId { get; init; }

    /// <summary>Which kind of frontend uses it, such as <c>web</c> or <c>ios</c>, or null when there is one kind.</summary>
    public string? ClientType { get; init; }

    /// <summary>The client's secret, or null.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The scopes asked for, or null for the provider's usual ones.</summary>
    public ImmutableArray<string>? Scope { get; init; }

    /// <summary>Whether PKCE is used although there is a secret.</summary>
    [JsonPropertyName("forcePKCE")]
    public bool? ForcePkce { get; init; }

    /// <summary>Settings only this provider has, or null.</summary>
    public JsonObject? AdditionalConfig { get; init; }

    /// <summary>Names the client; the secret stays out of logs.</summary>
    /// <returns>The client's id and type.</returns>
    public override string ToString() => $"{ClientId} ({ClientType ?? "any"})";
}
