using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>A login method that exists or is about to be created, as account linking looks at it.</summary>
/// <param name="RecipeId">The recipe, such as <c>emailpassword</c>.</param>
/// <param name="AccountInfo">What it is known by.</param>
/// <param name="RecipeUserId">Its id, or null while it does not exist.</param>
public sealed record NewAccountInfo(string RecipeId, AccountInfo AccountInfo, RecipeUserId? RecipeUserId = null)
{
    /// <summary>Looks at a login method.</summary>
    /// <param name="loginMethod">The login method.</param>
    /// <returns>What account linking needs to know of it.</returns>
    public static NewAccountInfo From(LoginMethod loginMethod)
    {
        ArgumentNullException.ThrowIfNull(loginMethod);
        var info = new AccountInfo { Email = loginMethod.Email, PhoneNumber = loginMethod.PhoneNumber, ThirdParty = loginMethod.ThirdParty };
        return new NewAccountInfo(loginMethod.RecipeId, info, loginMethod.RecipeUserId);
    }

    /// <summary>Names the login method; addresses and numbers stay out of logs.</summary>
    /// <returns>The recipe and the id.</returns>
    public override string ToString() => $"{RecipeId} {RecipeUserId}";
}
