namespace SuperTokens.Build;

/// <summary>One way to sign in, used by one person nobody has seen before.</summary>
internal interface ISignInWay
{
    /// <summary>The person's address.</summary>
    string Email { get; }

    /// <summary>Whether signing in shows that the address is theirs.</summary>
    bool VerifiesEmail { get; }

    /// <summary>The same way to sign in, for another address.</summary>
    /// <param name="email">The address.</param>
    ISignInWay For(string email);

    /// <summary>Signs up and in, a step each, and tries what must not work.</summary>
    /// <param name="run">The flow this is part of.</param>
    /// <returns>The session of the last sign-in.</returns>
    Task<FlowSession> RunAsync(FlowRun run);

    /// <summary>Signs in once more.</summary>
    /// <param name="run">The flow this is part of.</param>
    /// <param name="authMode">Where the tokens shall come: <c>header</c> or <c>cookie</c>.</param>
    /// <returns>The answer with the tokens.</returns>
    Task<FrontendAnswer> SignInAsync(FlowRun run, string authMode);
}
