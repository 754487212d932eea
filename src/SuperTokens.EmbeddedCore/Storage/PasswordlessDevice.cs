namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>
/// One attempt to sign in, to which codes belong: it has either an e-mail or a phone number. The hash of its id is all that is kept of the id.
/// </summary>
internal sealed record PasswordlessDevice(string DeviceIdHash, string? Email, string? PhoneNumber, byte[] LinkCodeSalt, int FailedAttempts);
