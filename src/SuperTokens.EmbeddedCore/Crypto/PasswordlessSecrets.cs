using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SuperTokens.EmbeddedCore.Crypto;

/// <summary>
/// The secrets of a passwordless flow, in the core's formats. A link code follows from device id, salt and user input code; the salt never
/// leaves the core, so that nobody who has the device id can try out input codes elsewhere.
/// </summary>
internal static class PasswordlessSecrets
{
    private const int SecretBytes = 32;

    public static byte[] NewDeviceId() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static byte[] NewLinkCodeSalt() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>Six digits.</summary>
    public static string NewUserInputCode() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    public static byte[] LinkCode(byte[] deviceId, byte[] salt, string userInputCode) =>
        HMACSHA256.HashData((byte[])[.. deviceId, .. salt], Encoding.UTF8.GetBytes(userInputCode));

    /// <summary>What is kept of a device id, and shown as <c>preAuthSessionId</c>.</summary>
    public static string HashDeviceId(byte[] deviceId) => Base64Url.EncodeToString(SHA256.HashData(deviceId));

    /// <summary>What is kept of a link code.</summary>
    public static string HashLinkCode(byte[] linkCode) => Base64Url.EncodeToString(SHA256.HashData(linkCode));

    public static string EncodeDeviceId(byte[] deviceId) => Convert.ToBase64String(deviceId);

    public static string EncodeLinkCode(byte[] linkCode) => Base64Url.EncodeToString(linkCode);

    /// <summary>Null when the text is not base64. Padding may be left out, as in the core.</summary>
    public static byte[]? TryDecodeDeviceId(string text) => TryDecode(text, '+', '/');

    /// <summary>Null when the text is not base64url. Padding may be left out, as in the core.</summary>
    public static byte[]? TryDecodeLinkCode(string text) => TryDecode(text, '-', '_');

    private static byte[]? TryDecode(string text, char digit62, char digit63)
    {
        var digits = text.TrimEnd('=');
        var padded = digits.PadRight((digits.Length + 3) / 4 * 4, '=');
        if ((text.Length != digits.Length && text.Length != padded.Length)
            || !digits.All(c => char.IsAsciiLetterOrDigit(c) || c == digit62 || c == digit63))
        {
            return null;
        }

        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded.Replace(digit62, '+').Replace(digit63, '/'), bytes, out var length) ? bytes[..length] : null;
    }
}
