using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Passwordless;

/// <summary>What trying a code comes to.</summary>
internal abstract record CodeCheck
{
    private CodeCheck()
    {
    }

    /// <summary>The code is right. The device is as it was before the try.</summary>
    internal sealed record Valid(PasswordlessDevice Device) : CodeCheck;

    /// <summary>Nothing to try any more: unknown device, unknown or expired link, or too many tries.</summary>
    internal sealed record Restart : CodeCheck;

    /// <summary>The input code was of this device and has expired.</summary>
    internal sealed record Expired(int FailedAttempts, int MaxAttempts) : CodeCheck;

    internal sealed record Incorrect(int FailedAttempts, int MaxAttempts) : CodeCheck;

    /// <summary>The pre-auth session id is that of another device.</summary>
    internal sealed record OtherDevice : CodeCheck;
}
