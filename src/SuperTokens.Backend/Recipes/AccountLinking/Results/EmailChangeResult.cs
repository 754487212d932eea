namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>What <see cref="IAccountLinkingRecipe.IsEmailChangeAllowedAsync"/> came to.</summary>
public abstract record EmailChangeResult
{
    private EmailChangeResult()
    {
    }

    /// <summary>The address can be changed.</summary>
    public sealed record Allowed : EmailChangeResult;

    /// <summary>Both the user and somebody with the new address are primary users: two of them cannot have one address.</summary>
    public sealed record PrimaryUserConflict : EmailChangeResult;

    /// <summary>Verifying the new address later could link the login method to somebody else's account.</summary>
    public sealed record AccountTakeoverRisk : EmailChangeResult;
}
