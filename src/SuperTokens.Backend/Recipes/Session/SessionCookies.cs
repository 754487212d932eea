using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Reads and writes cookies as SuperTokens' frontends and other backends do; names are matched exactly.</summary>
internal static class SessionCookies
{
    /// <summary>Finds a cookie. Of several with the name, the first counts.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The cookie's name.</param>
    /// <param name="value">Its decoded value.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryGet(HttpRequest request, string name, out ReadOnlySpan<char> value)
    {
        foreach (var header in request.Headers.Cookie)
        {
            foreach (var range in header.AsSpan().Split(';'))
            {
                var pair = header.AsSpan()[range].Trim();
                if (IsNamed(pair, name))
                {
                    value = Decode(pair[(name.Length + 1)..].Trim());
                    return true;
                }
            }
        }

        value = default;
        return false;
    }

    /// <summary>Whether a request has a cookie more than once, as happens when its domain was changed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The cookie's name.</param>
    /// <returns>True for two or more.</returns>
    public static bool HasSeveral(HttpRequest request, string name)
    {
        var count = 0;
        foreach (var header in request.Headers.Cookie)
        {
            foreach (var range in header.AsSpan().Split(';'))
            {
                count += IsNamed(header.AsSpan()[range].Trim(), name) ? 1 : 0;
            }
        }

        return count > 1;
    }

    /// <summary>Sets a cookie, in place of one with this name set before on the same response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="options">Its attributes.</param>
    public static void Set(HttpResponse response, string name, string value, CookieOptions options)
    {
        var line = new StringBuilder(name).Append('=').Append(Uri.EscapeDataString(value));
        if (!string.IsNullOrEmpty(options.Domain))
        {
            line.Append("; Domain=").Append(options.Domain);
        }

        line.Append("; Path=").Append(options.Path);
        if (options.Expires is { } expires)
        {
            line.Append("; Expires=").Append(expires.ToString("R", CultureInfo.InvariantCulture));
        }

        line.Append("; HttpOnly");
        if (options.Secure)
        {
            line.Append("; Secure");
        }

        line.Append("; SameSite=").Append(options.SameSite);
        var others = response.Headers.SetCookie.Where(other => !IsNamed(other, name));
        response.Headers.SetCookie = new StringValues([.. others, line.ToString()]);
    }

    private static bool IsNamed(ReadOnlySpan<char> pair, string name)
        => pair.Length > name.Length && pair[name.Length] == '=' && pair.StartsWith(name, StringComparison.Ordinal);

    private static ReadOnlySpan<char> Decode(ReadOnlySpan<char> value)
    {
        if (value.Length >= 2 && value[0] == '"' && value[^1] == '"')
        {
            value = value[1..^1];
        }

        return value.Contains('%') ? Uri.UnescapeDataString(value) : value;
    }
}
