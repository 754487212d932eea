using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>What the core's routes below <c>/recipe/accountlinking</c> answer.</summary>
internal sealed record CoreAccountLinkingAnswer(
    string Status,
    bool? WasAlreadyAPrimaryUser = null,
    bool? AccountsAlreadyLinked = null,
    bool? WasRecipeUserDeleted = null,
    bool? WasLinked = null,
    string? PrimaryUserId = null,
    string? Description = null,
    CoreUser? User = null);
