using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>What <see cref="IThirdPartyRecipe.SignInUpAsync"/> came to.</summary>
public abstract record ThirdPartySignInUpResult
{
    private ThirdPartySignInUpResult()
    {
    }

    /// <summary>The user exists.</summary>
    /// <param name="CreatedNewRecipeUser">Whether they signed up by this.</param>
    /// <param name="User">The user.</param>
    /// <param name="RecipeUserId">The login method.</param>
    public sealed record Ok(bool CreatedNewRecipeUser, User User, RecipeUserId RecipeUserId) : ThirdPartySignInUpResult;

    /// <summary>Signing in or up is not allowed.</summary>
    /// <param name="Reason">Why, in words for people.</param>
    public sealed record NotAllowed(string Reason) : ThirdPartySignInUpResult;

    /// <summary>The login method exists but could not be linked to the session's user. Only with account linking.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record LinkingToSessionUserFailed(LinkingFailure Reason) : ThirdPartySignInUpResult;
}
