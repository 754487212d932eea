namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>What the core's routes below <c>/recipe/accountlinking</c> are sent.</summary>
internal sealed record CoreAccountLinkingBody(string RecipeUserId, string? PrimaryUserId = null);
