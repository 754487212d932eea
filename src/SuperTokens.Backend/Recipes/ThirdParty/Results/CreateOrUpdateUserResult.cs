using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>What <see cref="IThirdPartyRecipe.ManuallyCreateOrUpdateUserAsync"/> came to.</summary>
public abstract record CreateOrUpdateUserResult
{
    private CreateOrUpdateUserResult()
    {
    }

    /// <summary>The user exists, with the address given.</summary>
    /// <param name="CreatedNewRecipeUser">Whether the login method is new.</param>
    /// <param name="User">The user.</param>
    /// <param name="RecipeUserId">The login method.</param>
    public sealed record Ok(bool CreatedNewRecipeUser, User User, RecipeUserId RecipeUserId) : CreateOrUpdateUserResult;

    /// <summary>The user has another address, which cannot be changed to the one given.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record EmailChangeNotAllowed(EmailChangeRefusal Refusal) : CreateOrUpdateUserResult;

    /// <summary>The user must not be created or used.</summary>
    /// <param name="Reason">Why, in words for people.</param>
    public sealed record NotAllowed(string Reason) : CreateOrUpdateUserResult;

    /// <summary>The login method exists but could not be linked to the session's user. Only with account linking.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record LinkingToSessionUserFailed(LinkingFailure Reason) : CreateOrUpdateUserResult;
}
