using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>What a request was refused for, kept from the moment it is known until the answer is written.</summary>
/// <param name="Errors">The claims that are not as required.</param>
internal sealed record RefusedClaims(IReadOnlyList<ClaimValidationError> Errors);
