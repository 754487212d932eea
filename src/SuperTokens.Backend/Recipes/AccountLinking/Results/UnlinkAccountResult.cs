namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>The outcome of <see cref="IAccountLinkingRecipe.UnlinkAccountAsync"/>.</summary>
/// <param name="WasRecipeUserDeleted">
/// Whether the login method is gone: the core deletes the one whose id is the primary user's, where the user has others.
/// </param>
/// <param name="WasLinked">Whether it belonged to a primary user before.</param>
public sealed record UnlinkAccountResult(bool WasRecipeUserDeleted, bool WasLinked);
