namespace SuperTokens.EmbeddedCore;

/// <summary>
/// The settings of a SuperTokens core that matter to the recipes, with the core's own defaults. An app or a tenant may override most of
/// them (<c>coreConfig</c> of the multitenancy routes).
/// </summary>
public sealed record CoreConfig
{
    /// <summary>How long an access token lives, in seconds (<c>access_token_validity</c>). Default: 3600, one hour.</summary>
    public long AccessTokenValidity { get; init; } = 3600;

    /// <summary>How long a refresh token lives, in minutes (<c>refresh_token_validity</c>). Default: 144000, 100 days.</summary>
    public double RefreshTokenValidity { get; init; } = 144_000;

    /// <summary>
    /// After how many hours a new dynamic key signs access tokens (<c>access_token_dynamic_signing_key_update_interval</c>).
    /// Default: 168, one week.
    /// </summary>
    public double AccessTokenDynamicSigningKeyUpdateInterval { get; init; } = 168;

    /// <summary>How long a password-reset token lives, in milliseconds (<c>password_reset_token_lifetime</c>). Default: 3600000, one hour.</summary>
    public long PasswordResetTokenLifetime { get; init; } = 3_600_000;

    /// <summary>
    /// How long an e-mail verification token lives, in milliseconds (<c>email_verification_token_lifetime</c>). Default: 86400000, one day.
    /// </summary>
    public long EmailVerificationTokenLifetime { get; init; } = 86_400_000;

    /// <summary>How long a passwordless code or link lives, in milliseconds (<c>passwordless_code_lifetime</c>). Default: 900000, 15 minutes.</summary>
    public long PasswordlessCodeLifetime { get; init; } = 900_000;

    /// <summary>
    /// After how many wrong or expired codes a passwordless flow has to start again (<c>passwordless_max_code_input_attempts</c>).
    /// Default: 5.
    /// </summary>
    public int PasswordlessMaxCodeInputAttempts { get; init; } = 5;
}
