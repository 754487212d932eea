namespace SuperTokens.Backend.Delivery;

/// <summary>An SMS could not be handed over.</summary>
public sealed class SmsDeliveryException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong; never a number, a code or a link.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public SmsDeliveryException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
