namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What <see cref="IEmailPasswordApi.GeneratePasswordResetTokenAsync"/> answers.</summary>
public abstract record GeneratePasswordResetTokenApiResult
{
    private GeneratePasswordResetTokenApiResult()
    {
    }

    /// <summary>A mail is on its way, or there is nobody to send one to: callers are not told which.</summary>
    public sealed record Ok : GeneratePasswordResetTokenApiResult;

    /// <summary>Resetting could let somebody take an account over. Only with account linking.</summary>
    /// <param name="Reason">Why, in words for people.</param>
    public sealed record NotAllowed(string Reason) : GeneratePasswordResetTokenApiResult;

    /// <summary>Something only an override answers: the frontend shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : GeneratePasswordResetTokenApiResult;
}
