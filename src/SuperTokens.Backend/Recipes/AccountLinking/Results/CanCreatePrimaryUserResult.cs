namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>What <see cref="IAccountLinkingRecipe.CanCreatePrimaryUserAsync"/> came to.</summary>
public abstract record CanCreatePrimaryUserResult
{
    private CanCreatePrimaryUserResult()
    {
    }

    /// <summary>It can become a primary user.</summary>
    /// <param name="WasAlreadyAPrimaryUser">Whether it is one.</param>
    public sealed record Ok(bool WasAlreadyAPrimaryUser) : CanCreatePrimaryUserResult;

    /// <summary>The login method is linked to a primary user already.</summary>
    /// <param name="PrimaryUserId">That user.</param>
    /// <param name="Description">Why, in words for developers.</param>
    public sealed record AlreadyLinkedToPrimaryUser(string PrimaryUserId, string Description) : CanCreatePrimaryUserResult;

    /// <summary>Another primary user has the same address, number or third-party account.</summary>
    /// <param name="PrimaryUserId">That user.</param>
    /// <param name="Description">Why, in words for developers.</param>
    public sealed record AccountInfoBelongsToAnotherPrimaryUser(string PrimaryUserId, string Description) : CanCreatePrimaryUserResult;
}
