namespace SuperTokens.Backend.Hosting;

/// <summary>
/// The request is malformed. The caller gets a 400 with <c>{"message": …}</c>; where a browser asks for one of the application's own pages, what
/// its <c>UseStatusCodePages</c> shows for a 400, if it has that.
/// </summary>
public sealed class BadInputException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong with the request; it is shown to the caller.</param>
    public BadInputException(string message)
        : base(message)
    {
    }
}
