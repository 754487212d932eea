using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Crypto;

/// <summary>What a refresh token turned out to be.</summary>
internal abstract record RefreshTokenReading
{
    private RefreshTokenReading()
    {
    }

    internal sealed record Valid(TenantKey Tenant, string Handle, string UserId, string? ParentHash1, string? AntiCsrfToken) : RefreshTokenReading;

    internal sealed record Invalid(string Message) : RefreshTokenReading;
}
