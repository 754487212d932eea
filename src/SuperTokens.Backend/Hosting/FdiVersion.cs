using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Hosting;

/// <summary>A version of the frontend driver interface, the protocol between frontend SDKs and this backend.</summary>
/// <param name="Major">The major number.</param>
/// <param name="Minor">The minor number.</param>
public readonly record struct FdiVersion(int Major, int Minor)
{
    private const string HeaderName = "fdi-version";

    /// <summary>The newest version this SDK speaks: 4.2.</summary>
    public static FdiVersion Latest { get; } = new(4, 2);

    /// <summary>Whether this version is the given one or newer.</summary>
    /// <param name="major">The major number to compare with.</param>
    /// <param name="minor">The minor number to compare with.</param>
    /// <returns>True when this version is the same or newer.</returns>
    public bool IsAtLeast(int major, int minor) => (Major, Minor).CompareTo((major, minor)) >= 0;

    /// <inheritdoc />
    public override string ToString() => new CdiVersion(Major, Minor).ToString();

    // supertokens-node: a missing header means the newest version, a list means the newest of the list.
    internal static FdiVersion Of(HttpRequest request)
    {
        CdiVersion? newest = null;
        foreach (var part in request.Headers[HeaderName].ToString().Split(',', StringSplitOptions.TrimEntries))
        {
            if (CdiVersion.TryParse(part, out var version) && (newest is null || version > newest))
            {
                newest = version;
            }
        }

        return newest is { } found ? new FdiVersion(found.Major, found.Minor) : Latest;
    }
}
