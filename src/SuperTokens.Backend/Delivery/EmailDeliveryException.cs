namespace SuperTokens.Backend.Delivery;

/// <summary>A mail could not be handed over.</summary>
public sealed class EmailDeliveryException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong; never an address or a link.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public EmailDeliveryException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
