namespace SuperTokens.Backend.Recipes.Session;

/// <summary>
/// A refresh found a session cookie twice and cleared the one of <see cref="SessionOptions.OlderCookieDomain"/>. The caller
/// gets 200 with a message, keeps its session and refreshes again.
/// </summary>
public sealed class DuplicateSessionCookiesException : Exception
{
    // The text supertokens-node answers with.
    internal const string Answer =
        "The request contains multiple session cookies. We are clearing the cookie from olderCookieDomain. Session will be refreshed in the next refresh call.";

    /// <summary>Creates the exception.</summary>
    public DuplicateSessionCookiesException()
        : base(Answer)
    {
    }
}
