using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>A claim that is not as required, as the frontend gets it.</summary>
/// <param name="Id">The validator's id.</param>
/// <param name="Reason">Why the claim is refused, or null.</param>
public sealed record ClaimValidationError(string Id, JsonNode? Reason);
