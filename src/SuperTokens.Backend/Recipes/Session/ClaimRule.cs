using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>What a validator asks of a claim's value, and how a 403 names it.</summary>
/// <param name="Expected">The value or values it asks for.</param>
/// <param name="WrongName">How a wrong value's reason names them, such as <c>expectedValue</c>.</param>
/// <param name="MissingName">How a missing value's reason names them.</param>
/// <param name="IsMet">Whether a value is as required.</param>
internal sealed record ClaimRule(JsonNode? Expected, string WrongName, string MissingName, Func<JsonNode, bool> IsMet);
