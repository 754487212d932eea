namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>What <see cref="IAccountLinkingRecipe.CanLinkAccountsAsync"/> came to.</summary>
public abstract record CanLinkAccountsResult
{
    private CanLinkAccountsResult()
    {
    }

    /// <summary>They can be linked.</summary>
    /// <param name="AccountsAlreadyLinked">Whether they are.</param>
    public sealed record Ok(bool AccountsAlreadyLinked) : CanLinkAccountsResult;

    /// <summary>The login method is linked to another primary user.</summary>
    /// <param name="PrimaryUserId">That user.</param>
    /// <param name="Description">Why, in words for developers.</param>
    public sealed record AlreadyLinkedToAnotherPrimaryUser(string PrimaryUserId, string Description) : CanLinkAccountsResult;

    /// <summary>Another primary user has the same address, number or third-party account.</summary>
    /// <param name="PrimaryUserId">That user.</param>
    /// <param name="Description">Why, in words for developers.</param>
    public sealed record AccountInfoBelongsToAnotherPrimaryUser(string PrimaryUserId, string Description) : CanLinkAccountsResult;

    /// <summary>The user to link to is no primary user: make it one first.</summary>
    public sealed record InputUserIsNotAPrimaryUser : CanLinkAccountsResult;
}
