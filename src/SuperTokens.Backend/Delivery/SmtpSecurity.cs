namespace SuperTokens.Backend.Delivery;

/// <summary>How the connection to a mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Begins in clear text and must switch to TLS before anything is said. Usual on port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte. Usual on port 465.</summary>
    Tls,

    /// <summary>No protection. Only for a server on the same machine, such as a local mail catcher.</summary>
    None,
}
