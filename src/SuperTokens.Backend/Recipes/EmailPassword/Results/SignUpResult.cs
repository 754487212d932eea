using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What <see cref="IEmailPasswordRecipe.SignUpAsync"/> came to.</summary>
public abstract record SignUpResult
{
    private SignUpResult()
    {
    }

    /// <summary>The user now exists.</summary>
    /// <param name="User">The user.</param>
    /// <param name="RecipeUserId">The new login method.</param>
    public sealed record Ok(User User, RecipeUserId RecipeUserId) : SignUpResult;

    /// <summary>Somebody in the tenant already signed up with this address.</summary>
    public sealed record EmailAlreadyExists : SignUpResult;

    /// <summary>The login method exists but could not be linked to the session's user. Only with account linking.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record LinkingToSessionUserFailed(LinkingFailure Reason) : SignUpResult;
}
