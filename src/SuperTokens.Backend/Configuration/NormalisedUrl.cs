using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SuperTokens.Backend.Configuration;

/// <summary>
/// The forms domains and paths take in SuperTokens. Every backend SDK normalises alike, because frontends, cookies and the
/// core compare the results as text.
/// </summary>
internal static class NormalisedUrl
{
    private const string Http = "http://";
    private const string Https = "https://";

    private static readonly char[] PathStart = ['/', '\\', '?', '#'];

    // Underscores are no part of the standard, but of many a host name in a compose file.
    private static readonly SearchValues<char> HostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-._");

    /// <summary>Reads a domain: scheme, host and a port that is not the scheme's own; no trailing slash.</summary>
    /// <param name="input">A URL, or a host with what may follow it. Without a scheme it gets https, or http for localhost and IPv4 addresses.</param>
    /// <param name="domain">The domain, lower case.</param>
    /// <returns>Whether the input holds a domain.</returns>
    public static bool TryGetDomain(string? input, [NotNullWhen(true)] out string? domain)
    {
        domain = null;
        var text = (input ?? string.Empty).Trim().ToLowerInvariant();
        if (HasScheme(text))
        {
            if (TryParse(text) is not { } given)
            {
                return false;
            }

            domain = given.Scheme + Uri.SchemeDelimiter + Authority(given);
            return true;
        }

        text = text.StartsWith('.') ? text[1..] : text;
        var looksLikeHost = text.Contains('.', StringComparison.Ordinal) || text.StartsWith("localhost", StringComparison.Ordinal);
        var otherScheme = text.Contains(Uri.SchemeDelimiter, StringComparison.Ordinal);
        if (!looksLikeHost || otherScheme || text.StartsWith('/') || TryParse(Https + text) is not { } uri)
        {
            return false;
        }

        // Read again with its own scheme, which says what port need not be named.
        uri = IsLocal(uri.Host) ? TryParse(Http + text)! : uri;
        domain = uri.Scheme + Uri.SchemeDelimiter + Authority(uri);
        return true;
    }

    /// <summary>Reads a path: it starts with <c>/</c>, has no trailing slash, and is empty for the root.</summary>
    /// <param name="input">A path, a URL, or a host with a path. Letter case is kept.</param>
    /// <param name="path">The path.</param>
    /// <returns>Whether the input holds a path.</returns>
    public static bool TryGetPath(string? input, [NotNullWhen(true)] out string? path)
    {
        path = null;
        var text = (input ?? string.Empty).Trim();
        if (HasScheme(text))
        {
            text = text[(text.IndexOf(Uri.SchemeDelimiter, StringComparison.Ordinal) + Uri.SchemeDelimiter.Length)..];
            text = AfterHost(text);
        }
        else if (StartsWithHost(text))
        {
            text = AfterHost(text);
        }

        text = text.StartsWith('/') ? text : "/" + text;
        if (TryParse("http://example.com" + text) is not { } uri)
        {
            return false;
        }

        path = uri.AbsolutePath.EndsWith('/') ? uri.AbsolutePath[..^1] : uri.AbsolutePath;
        return true;
    }

    /// <summary>Reads a cookie's domain: the host alone. A leading dot is kept, save for localhost and IPv4 addresses.</summary>
    /// <param name="input">A host, possibly with a leading dot, or a URL.</param>
    /// <param name="cookieDomain">The domain, lower case.</param>
    /// <returns>Whether the input holds a host.</returns>
    public static bool TryGetCookieDomain(string? input, [NotNullWhen(true)] out string? cookieDomain)
    {
        cookieDomain = null;
        var text = (input ?? string.Empty).Trim().ToLowerInvariant();
        var hasDot = text.StartsWith('.');
        text = hasDot ? text[1..] : text;
        if (TryParse(HasScheme(text) ? text : Http + text) is not { } uri)
        {
            return false;
        }

        cookieDomain = hasDot && uri.Host != "localhost" && !IsIPv4(uri.Host) ? "." + Host(uri) : Host(uri);
        return true;
    }

    /// <summary>Whether a host is this machine by name, or an IPv4 address: SuperTokens treats both as one site.</summary>
    /// <param name="host">A host name, lower case.</param>
    /// <returns>True for localhost, names that start with it, and IPv4 addresses.</returns>
    public static bool IsLocal(string host) => host.StartsWith("localhost", StringComparison.Ordinal) || IsIPv4(host);

    private static bool HasScheme(string text)
        => text.StartsWith(Http, StringComparison.OrdinalIgnoreCase) || text.StartsWith(Https, StringComparison.OrdinalIgnoreCase);

    private static Uri? TryParse(string text)
    {
        try
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.IdnHost.Length > 0 && HasHost(uri) ? uri : null;
        }
        catch (UriFormatException)
        {
            // Only the punycode form shows that a host breaks the rules of international names.
            return null;
        }
    }

    // Punycode leaves out what cannot be seen and replaces lookalikes: a name must not become blanks, separators or an address that way.
    private static bool HasHost(Uri uri)
        => uri.HostNameType == UriHostNameType.IPv6
            || (!uri.Host.Any(IsHidden)
                && !uri.IdnHost.AsSpan().ContainsAnyExcept(HostCharacters)
                && Uri.TryCreate(Http + uri.IdnHost, UriKind.Absolute, out var again) && again.Host == uri.IdnHost);

    // The two joiners have a meaning in some scripts.
    private static bool IsHidden(char c)
        => char.IsControl(c) || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200c' or '\u200d'));

    private static string Authority(Uri uri) => uri.IsDefaultPort ? Host(uri) : $"{Host(uri)}:{uri.Port}";

    // IdnHost is the punycode form, but drops the brackets of an IPv6 address.
    private static string Host(Uri uri) => uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;

    private static bool IsIPv4(string host)
        => host.Count(c => c == '.') == 3 && IPAddress.TryParse(host, out var address) && address.AddressFamily == AddressFamily.InterNetwork;

    // "exists?email=john.doe" is a path: what counts is a dot before the path, the query or the fragment.
    private static bool StartsWithHost(string text)
    {
        var end = text.IndexOfAny(PathStart);
        var host = end < 0 ? text : text[..end];
        return host.Contains('.', StringComparison.Ordinal) || host.StartsWith("localhost", StringComparison.OrdinalIgnoreCase);
    }

    private static string AfterHost(string text)
    {
        var end = text.IndexOfAny(PathStart);
        return end < 0 ? string.Empty : text[end..];
    }
}
