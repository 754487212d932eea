using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>Who gets a mail to choose a new password.</summary>
internal abstract record PasswordResetRecipient
{
    private PasswordResetRecipient()
    {
    }

    /// <summary>Nobody: the address is nobody's, or its owner signs in otherwise and may not get a password.</summary>
    public sealed record Nobody : PasswordResetRecipient;

    /// <summary>Nobody, because a new password could let somebody take an account over.</summary>
    public sealed record TakeoverRisk : PasswordResetRecipient;

    /// <summary>The owner of the address.</summary>
    /// <param name="UserId">The user's (primary) id.</param>
    /// <param name="RecipeUserId">The login method whose password it is; null when the reset will create one for the user.</param>
    public sealed record Owner(string UserId, RecipeUserId? RecipeUserId) : PasswordResetRecipient;
}
