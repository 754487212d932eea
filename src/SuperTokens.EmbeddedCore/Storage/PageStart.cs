using System.Globalization;
using System.Text;

namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>The first user of the next page; as a token, base64 of <c>{user id};{time joined}</c>.</summary>
internal sealed record PageStart(string UserId, long TimeJoined)
{
    public static PageStart? TryParse(string token)
    {
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(';');
        return parts.Length == 2 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var timeJoined)
            ? new PageStart(parts[0], timeJoined)
            : null;
    }

    public override string ToString() =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{UserId};{TimeJoined}")));
}
