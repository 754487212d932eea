namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>A signing key as it is stored.</summary>
internal sealed record StoredKey(string KeyId, bool IsStatic, byte[] PrivateKey, long CreatedAt);
