using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What <see cref="IEmailPasswordRecipe.SignInAsync"/> came to.</summary>
public abstract record SignInResult
{
    private SignInResult()
    {
    }

    /// <summary>Address and password are right.</summary>
    /// <param name="User">The user.</param>
    /// <param name="RecipeUserId">The login method used.</param>
    public sealed record Ok(User User, RecipeUserId RecipeUserId) : SignInResult;

    /// <summary>There is no such user in the tenant, or the password is wrong: callers are not told which.</summary>
    public sealed record WrongCredentials : SignInResult;

    /// <summary>The login method could not be linked to the session's user. Only with account linking.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record LinkingToSessionUserFailed(LinkingFailure Reason) : SignInResult;
}
