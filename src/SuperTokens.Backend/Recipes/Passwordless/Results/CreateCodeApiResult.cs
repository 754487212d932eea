namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What <see cref="IPasswordlessApi.CreateCodeAsync"/> answers: the same for an address with and without an account.</summary>
public abstract record CreateCodeApiResult
{
    private CreateCodeApiResult()
    {
    }

    /// <summary>A code is on its way.</summary>
    /// <param name="DeviceId">The secret that typed codes work together with.</param>
    /// <param name="PreAuthSessionId">The attempt's id.</param>
    /// <param name="FlowType">What was sent: a code, a link or both.</param>
    public sealed record Ok(string DeviceId, string PreAuthSessionId, PasswordlessFlowType FlowType) : CreateCodeApiResult
    {
        /// <summary>Names the case; the secret stays out of logs.</summary>
        /// <returns>The case's name.</returns>
        public override string ToString() => nameof(Ok);
    }

    /// <summary>Signing in or up with this contact is not allowed. Only with account linking.</summary>
    /// <param name="Reason">Why, in words for people.</param>
    public sealed record NotAllowed(string Reason) : CreateCodeApiResult;

    /// <summary>Something only an override answers: the frontend shows the message.</summary>
    /// <param name="Message">What people read.</param>
    public sealed record GeneralError(string Message) : CreateCodeApiResult;
}
