namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>Whether a tenant has a recipe, as cores before CDI 5.1 say.</summary>
internal sealed record CoreRecipeSwitch(bool Enabled);
