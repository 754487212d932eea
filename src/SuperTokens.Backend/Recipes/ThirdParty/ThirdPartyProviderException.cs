namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>
/// A provider could not be reached, was too slow, refused a request, or gave something that cannot be trusted. Nobody is signed in, and
/// the caller sees a 500.
/// </summary>
public sealed class ThirdPartyProviderException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong: the provider and what was asked; never an answer's text, a token or an address.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ThirdPartyProviderException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
