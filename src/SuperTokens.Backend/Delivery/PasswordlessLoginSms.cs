namespace SuperTokens.Backend.Delivery;

/// <summary>The SMS with the code, the link, or both, that sign its recipient in.</summary>
/// <param name="To">The recipient's number.</param>
/// <param name="TenantId">The tenant the SMS belongs to.</param>
/// <param name="PreAuthSessionId">The attempt to sign in that the code belongs to.</param>
/// <param name="CodeLifetime">How long code and link last.</param>
public sealed record PasswordlessLoginSms(string To, string TenantId, string PreAuthSessionId, TimeSpan CodeLifetime)
    : SmsMessage(To, TenantId)
{
    /// <summary>The code to type, or null when there is only a link. Works only in the browser that asked for it.</summary>
    public string? Code { get; init; }

    /// <summary>The link, or null when there is only a code. Whoever has it can sign in.</summary>
    public string? Link { get; init; }

    /// <summary>Whether signing in begins with this, instead of adding to a session. Default: true.</summary>
    public bool IsFirstFactor { get; init; } = true;

    /// <summary>Whether an SMS for the same attempt was sent before. Default: false.</summary>
    public bool IsResend { get; init; }
}
