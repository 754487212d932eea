using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>
/// A refresh token was used again after its successor was: one of the two users of it stole it. The session is revoked
/// and the caller gets 401 <c>{"message":"token theft detected"}</c>.
/// </summary>
public sealed class TokenTheftException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="sessionHandle">The session.</param>
    /// <param name="userId">The session's user.</param>
    /// <param name="recipeUserId">The session's login method.</param>
    public TokenTheftException(string sessionHandle, string userId, RecipeUserId recipeUserId)
        : base("Token theft detected")
    {
        SessionHandle = sessionHandle;
        UserId = userId;
        RecipeUserId = recipeUserId;
    }

    /// <summary>The session whose token was used twice.</summary>
    public string SessionHandle { get; }

    /// <summary>The session's user.</summary>
    public string UserId { get; }

    /// <summary>The session's login method.</summary>
    public RecipeUserId RecipeUserId { get; }
}
