using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>What <see cref="IAccountLinkingRecipe.CreatePrimaryUserAsync"/> came to.</summary>
public abstract record CreatePrimaryUserResult
{
    private CreatePrimaryUserResult()
    {
    }

    /// <summary>It is a primary user.</summary>
    /// <param name="User">The user.</param>
    /// <param name="WasAlreadyAPrimaryUser">Whether it was one before.</param>
    public sealed record Ok(User User, bool WasAlreadyAPrimaryUser) : CreatePrimaryUserResult;

    /// <summary>The login method is linked to a primary user already.</summary>
    /// <param name="PrimaryUserId">That user.</param>
    /// <param name="Description">Why, in words for developers.</param>
    public sealed record AlreadyLinkedToPrimaryUser(string PrimaryUserId, string Description) : CreatePrimaryUserResult;

    /// <summary>Another primary user has the same address, number or third-party account.</summary>
    /// <param name="PrimaryUserId">That user.</param>
    /// <param name="Description">Why, in words for developers.</param>
    public sealed record AccountInfoBelongsToAnotherPrimaryUser(string PrimaryUserId, string Description) : CreatePrimaryUserResult;
}
