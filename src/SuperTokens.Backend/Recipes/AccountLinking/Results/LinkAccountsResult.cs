using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>What <see cref="IAccountLinkingRecipe.LinkAccountsAsync"/> came to.</summary>
public abstract record LinkAccountsResult
{
    private LinkAccountsResult()
    {
    }

    /// <summary>They are linked.</summary>
    /// <param name="User">The user, with all login methods.</param>
    /// <param name="AccountsAlreadyLinked">Whether they were before.</param>
    public sealed record Ok(User User, bool AccountsAlreadyLinked) : LinkAccountsResult;

    /// <summary>The login method is linked to another primary user.</summary>
    /// <param name="PrimaryUserId">That user.</param>
    /// <param name="User">That user, with all login methods.</param>
    /// <param name="Description">Why, in words for developers.</param>
    public sealed record AlreadyLinkedToAnotherPrimaryUser(string PrimaryUserId, User User, string Description) : LinkAccountsResult;

    /// <summary>Another primary user has the same address, number or third-party account.</summary>
    /// <param name="PrimaryUserId">That user.</param>
    /// <param name="Description">Why, in words for developers.</param>
    public sealed record AccountInfoBelongsToAnotherPrimaryUser(string PrimaryUserId, string Description) : LinkAccountsResult;

    /// <summary>The user to link to is no primary user: make it one first.</summary>
    public sealed record InputUserIsNotAPrimaryUser : LinkAccountsResult;
}
