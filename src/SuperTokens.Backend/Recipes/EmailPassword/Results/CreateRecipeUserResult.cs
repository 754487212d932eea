using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What <see cref="IEmailPasswordRecipe.CreateNewRecipeUserAsync"/> came to.</summary>
public abstract record CreateRecipeUserResult
{
    private CreateRecipeUserResult()
    {
    }

    /// <summary>The login method now exists, linked to nothing.</summary>
    /// <param name="User">The user that has it.</param>
    /// <param name="RecipeUserId">The new login method.</param>
    public sealed record Ok(User User, RecipeUserId RecipeUserId) : CreateRecipeUserResult;

    /// <summary>Somebody in the tenant already signed up with this address.</summary>
    public sealed record EmailAlreadyExists : CreateRecipeUserResult;
}
