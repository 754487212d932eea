using System.Globalization;
using System.Net.Http.Headers;

namespace SuperTokens.Build.Pages;

/// <summary>
/// The cookies of one browser, by name and path. Those that are marked as secure are sent as well: behind a proxy that ends TLS the app
/// itself listens on plain HTTP.
/// </summary>
internal sealed class CookieJar
{
    private readonly Dictionary<(string Name, string Path), string> _cookies = [];

    /// <summary>What a request to an address sends.</summary>
    internal string HeaderFor(string path)
        => string.Join("; ", _cookies.Where(cookie => path.StartsWith(cookie.Key.Path, StringComparison.Ordinal)).Select(cookie => $"{cookie.Key.Name}={cookie.Value}"));

    /// <summary>Keeps and deletes what an answer says.</summary>
    internal void Read(HttpResponseHeaders headers)
    {
        foreach (var line in headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            var parts = line.Split("; ");
            var attributes = parts.Skip(1).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part.ElementAtOrDefault(1), StringComparer.OrdinalIgnoreCase);
            var (name, value) = parts[0].Split('=', 2) is [var key, var text] ? (key, text) : (parts[0], string.Empty);
            var at = (name, attributes.GetValueOrDefault("path") ?? "/");
            if (IsOver(attributes))
            {
                _cookies.Remove(at);
            }
            else
            {
                _cookies[at] = value;
            }
        }
    }

    private static bool IsOver(Dictionary<string, string?> attributes)
        => attributes.GetValueOrDefault("max-age") is { } age
            ? int.Parse(age, CultureInfo.InvariantCulture) <= 0
            : attributes.GetValueOrDefault("expires") is { } expires && DateTimeOffset.Parse(expires, CultureInfo.InvariantCulture) <= TimeProvider.System.GetUtcNow();
}
