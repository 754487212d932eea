using System.Globalization;

namespace SuperTokens.Backend.Core;

/// <summary>A version of the core driver interface, the protocol between backend SDKs and the core.</summary>
/// <param name="Major">The major number.</param>
/// <param name="Minor">The minor number.</param>
public readonly record struct CdiVersion(int Major, int Minor) : IComparable<CdiVersion>
{
    /// <summary>Reads a version such as <c>5.4</c>.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="version">The version read.</param>
    /// <returns>Whether the text is a version.</returns>
    public static bool TryParse(string? text, out CdiVersion version)
    {
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot > 0
            && int.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var minor))
        {
            version = new CdiVersion(major, minor);
            return true;
        }

        version = default;
        return false;
    }

    /// <summary>Whether the left version is older.</summary>
    public static bool operator <(CdiVersion left, CdiVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left version is newer.</summary>
    public static bool operator >(CdiVersion left, CdiVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left version is the same or older.</summary>
    public static bool operator <=(CdiVersion left, CdiVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left version is the same or newer.</summary>
    public static bool operator >=(CdiVersion left, CdiVersion right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public int CompareTo(CdiVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
