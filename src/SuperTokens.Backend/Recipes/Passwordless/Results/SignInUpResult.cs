using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What <see cref="PasswordlessLogins.SignInUpAsync"/> came to.</summary>
public abstract record SignInUpResult
{
    private SignInUpResult()
    {
    }

    /// <summary>There is such a user now.</summary>
    /// <param name="User">The user.</param>
    /// <param name="RecipeUserId">The login method.</param>
    /// <param name="CreatedNewRecipeUser">Whether the login method was created by this.</param>
    public sealed record Ok(User User, RecipeUserId RecipeUserId, bool CreatedNewRecipeUser) : SignInUpResult;

    /// <summary>The login method could not be linked to the session's user. Only with account linking.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record LinkingToSessionUserFailed(LinkingFailure Reason) : SignInUpResult;
}
