using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What <see cref="IPasswordlessApi.ConsumeCodeAsync"/> answers.</summary>
public abstract record ConsumeCodeApiResult
{
    private ConsumeCodeApiResult()
    {
    }

    /// <summary>The user is signed in.</summary>
    /// <param name="User">The user.</param>
    /// <param name="Session">The session; its tokens are on the response.</param>
    /// <param name="CreatedNewRecipeUser">Whether the login method was created by this.</param>
    public sealed record Ok(User User, SessionContainer Session, bool CreatedNewRecipeUser) : ConsumeCodeApiResult;

    /// <summary>The code typed is wrong.</summary>
    /// <param name="FailedCodeInputAttemptCount">How many wrong codes were typed by now.</param>
    /// <param name="MaximumCodeInputAttempts">With how many the attempt ends.</param>
    public sealed record IncorrectUserInputCode(int FailedCodeInputAttemptCount, int MaximumCodeInputAttempts) : ConsumeCodeApiResult;

    /// <summary>The code typed is too old.</summary>
    /// <param name="FailedCodeInputAttemptCount">How many wrong codes were typed by now.</param>
    /// <param name="MaximumCodeInputAttempts">With how many the attempt ends.</param>
    public sealed record ExpiredUserInputCode(int FailedCodeInputAttemptCount, int MaximumCodeInputAttempts) : ConsumeCodeApiResult;

    /// <summary>There is no such attempt any more: it has to begin anew.</summary>
    public sealed record RestartFlow : ConsumeCodeApiResult;

    /// <summary>Signing in or up is not allowed.</summary>
    /// <param name="Reason">Why, in words for people.</param>
    public sealed record NotAllowed(string Reason) : ConsumeCodeApiResult;

    /// <summary>Something only an override answers: the frontend shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : ConsumeCodeApiResult;
}
