using System.Globalization;

namespace SuperTokens.EmbeddedCore.Api;

/// <summary>A version of the core driver interface, such as 5.4.</summary>
internal readonly record struct CdiVersion(int Major, int Minor) : IComparable<CdiVersion>
{
    public static readonly CdiVersion V2_21 = new(2, 21);
    public static readonly CdiVersion V3_0 = new(3, 0);
    public static readonly CdiVersion V4_0 = new(4, 0);
    public static readonly CdiVersion V5_0 = new(5, 0);
    public static readonly CdiVersion V5_1 = new(5, 1);
    public static readonly CdiVersion V5_3 = new(5, 3);
    public static readonly CdiVersion Latest = new(5, 4);

    /// <summary>The supported versions in the order in which the core lists them (which means nothing).</summary>
    public static readonly IReadOnlyList<string> Supported =
    [
        "2.14", "2.13", "2.12", "2.11", "2.10", "2.21", "2.20", "2.19", "2.18", "2.17", "3.0", "2.16", "3.1", "4.0", "2.15", "5.0", "5.1",
        "5.2", "5.3", "2.7", "5.4", "2.8", "2.9",
    ];

    public bool IsSupported => Supported.Contains(ToString());

    public static bool operator <(CdiVersion left, CdiVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(CdiVersion left, CdiVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(CdiVersion left, CdiVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CdiVersion left, CdiVersion right) => left.CompareTo(right) >= 0;

    public static CdiVersion? TryParse(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? new CdiVersion(major, minor)
            : null;
    }

    public int CompareTo(CdiVersion other) => Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
