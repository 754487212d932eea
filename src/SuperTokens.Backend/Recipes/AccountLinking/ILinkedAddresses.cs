using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>Spares people from verifying an address twice: one that is verified in a user's login method counts for all of them.</summary>
internal interface ILinkedAddresses
{
    /// <summary>Marks a login method's address as verified where another login method of the same primary user has verified the same one.</summary>
    /// <param name="user">The user.</param>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether something changed, so that <paramref name="user"/> must be read again.</returns>
    Task<bool> VerifyAsync(User user, RecipeUserId recipeUserId, CancellationToken cancellationToken);
}
