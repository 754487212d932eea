using SuperTokens.EmbeddedCore.Crypto;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Passwordless;

/// <summary>A code as a caller gives it: a link code, or a device id with the code a person typed.</summary>
internal sealed record GivenCode(string PreAuthSessionId, string? LinkCode, string? DeviceId, string? UserInputCode)
{
    private const string OneOfBoth = "Please provide exactly one of linkCode or deviceId+userInputCode";

    /// <exception cref="CoreRequestException">400: a field is missing or of a wrong type; both ways were given, or neither.</exception>
    public static GivenCode Read(CoreRequest request)
    {
        var preAuthSessionId = request.GetString("preAuthSessionId").Replace("=", "", StringComparison.Ordinal);
        var hasDeviceId = request.Body.ContainsKey("deviceId");
        var hasUserInputCode = request.Body.ContainsKey("userInputCode");
        if (request.Body.ContainsKey("linkCode"))
        {
            return hasDeviceId || hasUserInputCode
                ? throw CoreRequestException.BadRequest(OneOfBoth)
                : new GivenCode(preAuthSessionId, request.GetString("linkCode"), DeviceId: null, UserInputCode: null);
        }

        if (!hasDeviceId || !hasUserInputCode)
        {
            throw CoreRequestException.BadRequest(OneOfBoth);
        }

        var deviceId = request.GetString("deviceId");
        var userInputCode = request.GetString("userInputCode");
        return new GivenCode(preAuthSessionId, LinkCode: null, deviceId, userInputCode);
    }

    /// <exception cref="CoreRequestException">400: not base64.</exception>
    public static byte[] DecodeDeviceId(string deviceId) => PasswordlessSecrets.TryDecodeDeviceId(deviceId)
        ?? throw CoreRequestException.BadRequest("Input encoding error in deviceId");

    /// <summary>
    /// Compares the code with those of the tenant; a wrong input code counts against its device. To be called in a transaction, so that
    /// parallel guesses never exceed the limit. Times are milliseconds since 1970.
    /// </summary>
    /// <exception cref="CoreRequestException">400: a code is not base64.</exception>
    public CodeCheck Check(DatabaseScope db, TenantKey tenant, CoreConfig config, long now)
    {
        var expiredBefore = now - config.PasswordlessCodeLifetime;
        return LinkCode is not null ? CheckLink(db, tenant, config, expiredBefore) : CheckInput(db, tenant, config, expiredBefore);
    }

    private CodeCheck CheckLink(DatabaseScope db, TenantKey tenant, CoreConfig config, long expiredBefore)
    {
        // Looked up by its hash: how long that takes tells nothing about the 256 random bits it is the hash of.
        var code = PasswordlessStore.FindCode(db, tenant, PasswordlessSecrets.HashLinkCode(DecodeLinkCode(LinkCode!)));
        if (code is null || code.CreatedAt < expiredBefore)
        {
            return new CodeCheck.Restart();
        }

        if (!Hashing.AreEqual(code.DeviceIdHash, PreAuthSessionId))
        {
            return new CodeCheck.OtherDevice();
        }

        var device = PasswordlessStore.FindDevice(db, tenant, code.DeviceIdHash)!;
        return IsUsedUp(db, tenant, device.FailedAttempts, config, device) ? new CodeCheck.Restart() : new CodeCheck.Valid(device);
    }

    private CodeCheck CheckInput(DatabaseScope db, TenantKey tenant, CoreConfig config, long expiredBefore)
    {
        var deviceId = DecodeDeviceId(DeviceId!);
        var deviceIdHash = PasswordlessSecrets.HashDeviceId(deviceId);
        if (PasswordlessStore.FindDevice(db, tenant, deviceIdHash) is not { } device)
        {
            return new CodeCheck.Restart();
        }

        if (!Hashing.AreEqual(deviceIdHash, PreAuthSessionId))
        {
            return new CodeCheck.OtherDevice();
        }

        if (IsUsedUp(db, tenant, device.FailedAttempts, config, device))
        {
            return new CodeCheck.Restart();
        }

        var linkCodeHash = PasswordlessSecrets.HashLinkCode(PasswordlessSecrets.LinkCode(deviceId, device.LinkCodeSalt, UserInputCode!));
        // All codes of the device are compared, so that the time tells nothing.
        var code = PasswordlessStore.CodesOf(db, tenant, deviceIdHash)
            .Aggregate((PasswordlessCode?)null, (found, one) => Hashing.AreEqual(one.LinkCodeHash, linkCodeHash) ? one : found);
        if (code is not null && code.CreatedAt >= expiredBefore)
        {
            return new CodeCheck.Valid(device);
        }

        var failedAttempts = device.FailedAttempts + 1;
        if (IsUsedUp(db, tenant, failedAttempts, config, device))
        {
            return new CodeCheck.Restart();
        }

        PasswordlessStore.AddFailedAttempt(db, tenant, deviceIdHash);
        return code is null
            ? new CodeCheck.Incorrect(failedAttempts, config.PasswordlessMaxCodeInputAttempts)
            : new CodeCheck.Expired(failedAttempts, config.PasswordlessMaxCodeInputAttempts);
    }

    // The device is gone with the last try, and the limit may have been lowered meanwhile.
    private static bool IsUsedUp(DatabaseScope db, TenantKey tenant, int failedAttempts, CoreConfig config, PasswordlessDevice device)
    {
        if (failedAttempts < config.PasswordlessMaxCodeInputAttempts)
        {
            return false;
        }

        PasswordlessStore.RemoveDevice(db, tenant, device.DeviceIdHash);
        return true;
    }

    private static byte[] DecodeLinkCode(string linkCode) => PasswordlessSecrets.TryDecodeLinkCode(linkCode)
        ?? throw CoreRequestException.BadRequest("Input encoding error in linkCode");
}
