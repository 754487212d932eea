namespace SuperTokens.Backend.Core;

/// <summary>
/// The core could not be reached, was too slow, or gave an answer that makes no sense. Callers see a 500; it never means
/// that a session or a password is wrong.
/// </summary>
public sealed class CoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong: method, path template and status; never a body, a token or a key.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public CoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The status the core answered with, or null when it did not answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Method and path template of the call, such as <c>POST /recipe/session/regenerate</c>, or null when the core did not answer.</summary>
    public string? Request { get; init; }

    /// <summary>
    /// Why the core refused the call, in its own words and at most 1,000 characters of them; null when it did not say. They may repeat what was
    /// sent, so this is for developers: keep it out of logs and of answers.
    /// </summary>
    public string? CoreMessage { get; init; }
}
