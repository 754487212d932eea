namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>One code of a device; <see cref="CreatedAt"/> is milliseconds since 1970.</summary>
internal sealed record PasswordlessCode(string CodeId, string DeviceIdHash, string LinkCodeHash, long CreatedAt);
