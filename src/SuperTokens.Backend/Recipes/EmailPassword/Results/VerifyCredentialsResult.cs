using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What <see cref="IEmailPasswordRecipe.VerifyCredentialsAsync"/> came to.</summary>
public abstract record VerifyCredentialsResult
{
    private VerifyCredentialsResult()
    {
    }

    /// <summary>Address and password are right.</summary>
    /// <param name="User">The user.</param>
    /// <param name="RecipeUserId">The login method they belong to.</param>
    public sealed record Ok(User User, RecipeUserId RecipeUserId) : VerifyCredentialsResult;

    /// <summary>There is no such user in the tenant, or the password is wrong.</summary>
    public sealed record WrongCredentials : VerifyCredentialsResult;
}
