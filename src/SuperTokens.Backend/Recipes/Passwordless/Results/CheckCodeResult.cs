namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What <see cref="IPasswordlessRecipe.CheckCodeAsync"/> came to.</summary>
public abstract record CheckCodeResult
{
    private CheckCodeResult()
    {
    }

    /// <summary>The code is right, and still can be used.</summary>
    /// <param name="Device">The attempt it belongs to.</param>
    public sealed record Ok(PasswordlessDevice Device) : CheckCodeResult;

    /// <summary>The code typed is none of the attempt's. This counts as a try.</summary>
    /// <param name="FailedCodeInputAttemptCount">How many wrong codes were typed by now.</param>
    /// <param name="MaximumCodeInputAttempts">With how many the attempt ends.</param>
    public sealed record IncorrectUserInputCode(int FailedCodeInputAttemptCount, int MaximumCodeInputAttempts) : CheckCodeResult;

    /// <summary>The code was right once, but is too old. This counts as a try.</summary>
    /// <param name="FailedCodeInputAttemptCount">How many wrong codes were typed by now.</param>
    /// <param name="MaximumCodeInputAttempts">With how many the attempt ends.</param>
    public sealed record ExpiredUserInputCode(int FailedCodeInputAttemptCount, int MaximumCodeInputAttempts) : CheckCodeResult;

    /// <summary>There is no such attempt, it had too many wrong codes, or the link is wrong, used or too old: it has to begin anew.</summary>
    public sealed record RestartFlow : CheckCodeResult;
}
