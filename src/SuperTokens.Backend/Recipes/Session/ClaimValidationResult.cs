using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Whether a claim is as required.</summary>
/// <param name="IsValid">Whether it is.</param>
/// <param name="Reason">Why not, sent to the frontend as is; null when valid or when there is nothing to say.</param>
public readonly record struct ClaimValidationResult(bool IsValid, JsonNode? Reason = null)
{
    /// <summary>The claim is as required.</summary>
    public static ClaimValidationResult Valid { get; } = new(true);
}
