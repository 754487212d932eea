namespace SuperTokens.Backend.Delivery;

/// <summary>The mail with the code, the link, or both, that sign its recipient in.</summary>
/// <param name="To">The recipient's address.</param>
/// <param name="TenantId">The tenant the mail belongs to.</param>
/// <param name="PreAuthSessionId">The attempt to sign in that the code belongs to.</param>
/// <param name="CodeLifetime">How long code and link last.</param>
public sealed record PasswordlessLoginEmail(string To, string TenantId, string PreAuthSessionId, TimeSpan CodeLifetime)
    : EmailMessage(To, TenantId)
{
    /// <summary>The code to type, or null when there is only a link. Works only in the browser that asked for it.</summary>
    public string? Code { get; init; }

    /// <summary>The link, or null when there is only a code. Whoever has it can sign in.</summary>
    public string? Link { get; init; }

    /// <summary>Whether signing in begins with this, instead of adding to a session. Default: true.</summary>
    public bool IsFirstFactor { get; init; } = true;

    /// <summary>Whether a mail for the same attempt was sent before. Default: false.</summary>
    public bool IsResend { get; init; }
}
