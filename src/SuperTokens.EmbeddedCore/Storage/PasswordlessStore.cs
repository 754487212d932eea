using Microsoft.Data.Sqlite;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>Devices and codes of passwordless flows, by tenant. Device ids and codes are kept as hashes only.</summary>
internal static class PasswordlessStore
{
    public static void AddDevice(DatabaseScope db, TenantKey tenant, PasswordlessDevice device) =>
        db.Execute($"""
            INSERT INTO passwordless_devices (app_id, tenant_id, device_id_hash, email, phone_number, link_code_salt, failed_attempts)
            VALUES ({tenant.AppId}, {tenant.TenantId}, {device.DeviceIdHash}, {device.Email}, {device.PhoneNumber}, {device.LinkCodeSalt},
                {device.FailedAttempts})
            """);

    /// <summary>False when the same code exists already; expired ones count, too.</summary>
    public static bool TryAddCode(DatabaseScope db, TenantKey tenant, PasswordlessCode code) =>
        db.Execute($"""
            INSERT INTO passwordless_codes (app_id, tenant_id, code_id, device_id_hash, link_code_hash, created_at)
            VALUES ({tenant.AppId}, {tenant.TenantId}, {code.CodeId}, {code.DeviceIdHash}, {code.LinkCodeHash}, {code.CreatedAt})
            ON CONFLICT (app_id, tenant_id, link_code_hash) DO NOTHING
            """) > 0;

    public static PasswordlessDevice? FindDevice(DatabaseScope db, TenantKey tenant, string deviceIdHash) =>
        db.First(
            $"""
            SELECT device_id_hash, email, phone_number, link_code_salt, failed_attempts FROM passwordless_devices
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND device_id_hash = {deviceIdHash}
            """,
            ReadDevice);

    /// <summary>The devices of an e-mail or a phone number (the other is null), oldest first.</summary>
    public static List<PasswordlessDevice> DevicesOf(DatabaseScope db, TenantKey tenant, string? email, string? phoneNumber) =>
        db.Query(
            $"""
            SELECT device_id_hash, email, phone_number, link_code_salt, failed_attempts FROM passwordless_devices
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND (email = {email} OR phone_number = {phoneNumber})
            ORDER BY rowid
            """,
            ReadDevice);

    /// <summary>The codes of a device, oldest first.</summary>
    public static List<PasswordlessCode> CodesOf(DatabaseScope db, TenantKey tenant, string deviceIdHash) =>
        db.Query(
            $"""
            SELECT code_id, device_id_hash, link_code_hash, created_at FROM passwordless_codes
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND device_id_hash = {deviceIdHash}
            ORDER BY rowid
            """,
            ReadCode);

    public static PasswordlessCode? FindCode(DatabaseScope db, TenantKey tenant, string linkCodeHash) =>
        db.First(
            $"""
            SELECT code_id, device_id_hash, link_code_hash, created_at FROM passwordless_codes
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND link_code_hash = {linkCodeHash}
            """,
            ReadCode);

    public static void AddFailedAttempt(DatabaseScope db, TenantKey tenant, string deviceIdHash) =>
        db.Execute($"""
            UPDATE passwordless_devices SET failed_attempts = failed_attempts + 1
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND device_id_hash = {deviceIdHash}
            """);

    /// <summary>Removes a code, and its device when that has no other.</summary>
    public static void RemoveCode(DatabaseScope db, TenantKey tenant, string codeId)
    {
        db.Execute($"DELETE FROM passwordless_codes WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND code_id = {codeId}");
        db.Execute($"""
            DELETE FROM passwordless_devices AS d WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND NOT EXISTS (
                SELECT 1 FROM passwordless_codes c
                WHERE c.app_id = d.app_id AND c.tenant_id = d.tenant_id AND c.device_id_hash = d.device_id_hash)
            """);
    }

    public static void RemoveDevice(DatabaseScope db, TenantKey tenant, string deviceIdHash) =>
        db.Execute($"""
            DELETE FROM passwordless_devices
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND device_id_hash = {deviceIdHash}
            """);

    /// <summary>Removes all devices of an e-mail and of a phone number; null for one of them leaves it out.</summary>
    public static void RemoveDevicesOf(DatabaseScope db, TenantKey tenant, string? email, string? phoneNumber) =>
        db.Execute($"""
            DELETE FROM passwordless_devices
            WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND (email = {email} OR phone_number = {phoneNumber})
            """);

    /// <summary>
    /// Removes devices all of whose codes were made before a time (milliseconds since 1970). Expired codes of other devices stay: they
    /// tell an expired code from a wrong one.
    /// </summary>
    public static void RemoveDevicesBefore(DatabaseScope db, TenantKey tenant, long createdBefore) =>
        db.Execute($"""
            DELETE FROM passwordless_devices AS d WHERE app_id = {tenant.AppId} AND tenant_id = {tenant.TenantId} AND NOT EXISTS (
                SELECT 1 FROM passwordless_codes c
                WHERE c.app_id = d.app_id AND c.tenant_id = d.tenant_id AND c.device_id_hash = d.device_id_hash
                    AND c.created_at >= {createdBefore})
            """);

    private static PasswordlessDevice ReadDevice(SqliteDataReader row) => new(
        row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), (byte[])row.GetValue(3), row.GetInt32(4));

    private static PasswordlessCode ReadCode(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3));
}
