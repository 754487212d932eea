namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>A code as somebody sends it back: typed, or by opening a link.</summary>
public abstract record SubmittedCode
{
    private SubmittedCode(string preAuthSessionId) => PreAuthSessionId = preAuthSessionId;

    /// <summary>The attempt to sign in that the code belongs to.</summary>
    public string PreAuthSessionId { get; }

    /// <summary>Names the kind of code; the code stays out of logs.</summary>
    /// <returns>The name of the type.</returns>
    public sealed override string ToString() => GetType().Name;

    /// <summary>A code that was typed where the attempt began.</summary>
    public sealed record UserInput : SubmittedCode
    {
        /// <summary>Creates the code.</summary>
        /// <param name="preAuthSessionId">The attempt to sign in that the code belongs to.</param>
        /// <param name="deviceId">The secret of the browser or app where the attempt began.</param>
        /// <param name="userInputCode">What was typed.</param>
        public UserInput(string preAuthSessionId, string deviceId, string userInputCode)
            : base(preAuthSessionId) => (DeviceId, UserInputCode) = (deviceId, userInputCode);

        /// <summary>The secret of the browser or app where the attempt began.</summary>
        public string DeviceId { get; }

        /// <summary>What was typed.</summary>
        public string UserInputCode { get; }
    }

    /// <summary>The code inside a link.</summary>
    public sealed record Link : SubmittedCode
    {
        /// <summary>Creates the code.</summary>
        /// <param name="preAuthSessionId">The attempt to sign in that the code belongs to.</param>
        /// <param name="linkCode">What stands after the <c>#</c> of the link.</param>
        public Link(string preAuthSessionId, string linkCode)
            : base(preAuthSessionId) => LinkCode = linkCode;

        /// <summary>What stands after the <c>#</c> of the link.</summary>
        public string LinkCode { get; }
    }
}
