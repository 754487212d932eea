namespace SuperTokens.Backend.Diagnostics;

/// <summary>An attempt to sign up or in, as measurements and audit events tell it.</summary>
/// <param name="RecipeId">The recipe, such as <c>emailpassword</c>.</param>
/// <param name="TenantId">The tenant.</param>
/// <param name="ProviderId">The provider somebody signs in with, or null.</param>
internal readonly record struct FlowAttempt(string RecipeId, string TenantId, string? ProviderId = null);
