namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What <see cref="IPasswordlessApi.ResendCodeAsync"/> answers.</summary>
public abstract record ResendCodeApiResult
{
    private ResendCodeApiResult()
    {
    }

    /// <summary>Another code is on its way.</summary>
    public sealed record Ok : ResendCodeApiResult;

    /// <summary>There is no such attempt: it has to begin anew.</summary>
    public sealed record RestartFlow : ResendCodeApiResult;

    /// <summary>The app's own codes came out the same too often, or an override has something to say: the frontend shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : ResendCodeApiResult;
}
