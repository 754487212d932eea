using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What <see cref="IPasswordlessRecipe.ConsumeCodeAsync"/> came to.</summary>
public abstract record ConsumeCodeResult
{
    private ConsumeCodeResult()
    {
    }

    /// <summary>The code was right. It and all others for the same address or number are used up.</summary>
    /// <param name="User">The user.</param>
    /// <param name="RecipeUserId">The login method used.</param>
    /// <param name="CreatedNewRecipeUser">Whether the login method was created by this.</param>
    /// <param name="ConsumedDevice">The attempt that has ended.</param>
    public sealed record Ok(User User, RecipeUserId RecipeUserId, bool CreatedNewRecipeUser, PasswordlessDevice ConsumedDevice) : ConsumeCodeResult;

    /// <summary>The code typed is none of the attempt's.</summary>
    /// <param name="FailedCodeInputAttemptCount">How many wrong codes were typed by now.</param>
    /// <param name="MaximumCodeInputAttempts">With how many the attempt ends.</param>
    public sealed record IncorrectUserInputCode(int FailedCodeInputAttemptCount, int MaximumCodeInputAttempts) : ConsumeCodeResult;

    /// <summary>The code was right once, but is too old.</summary>
    /// <param name="FailedCodeInputAttemptCount">How many wrong codes were typed by now.</param>
    /// <param name="MaximumCodeInputAttempts">With how many the attempt ends.</param>
    public sealed record ExpiredUserInputCode(int FailedCodeInputAttemptCount, int MaximumCodeInputAttempts) : ConsumeCodeResult;

    /// <summary>There is no such attempt, it had too many wrong codes, or the link is wrong, used or too old: it has to begin anew.</summary>
    public sealed record RestartFlow : ConsumeCodeResult;

    /// <summary>The login method could not be linked to the session's user. Only with account linking.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record LinkingToSessionUserFailed(LinkingFailure Reason) : ConsumeCodeResult;
}
