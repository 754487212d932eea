namespace SuperTokens.Backend.Delivery;

/// <summary>The mail server; the configuration section <c>SuperTokens:Smtp</c> binds to it. Validated at start.</summary>
public sealed class SmtpOptions
{
    /// <summary>The server's host name. Required.</summary>
    public string? Host { get; set; }

    /// <summary>The server's port. Default: 465 for <see cref="SmtpSecurity.Tls"/>, else 587.</summary>
    public int? Port { get; set; }

    /// <summary>How the connection is protected. Default: <see cref="SmtpSecurity.StartTls"/>.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>The sender, as <c>no-reply@example.com</c> or <c>Example &lt;no-reply@example.com&gt;</c>. Required. Without a name, the app's is shown.</summary>
    public string? From { get; set; }

    /// <summary>The name to sign in to the server with. Default: none, no sign-in.</summary>
    public string? UserName { get; set; }

    /// <summary>The password to sign in with. A secret: keep it in user secrets or the environment.</summary>
    public string? Password { get; set; }

    /// <summary>How long sending one mail may take. Default: 15 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    internal int EffectivePort => Port ?? (Security == SmtpSecurity.Tls ? 465 : 587);
}
