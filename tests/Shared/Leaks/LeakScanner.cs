using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SuperTokens.Testing.Leaks;

/// <summary>
/// Looks in what an application logged for what must never be there: anything shaped like an e-mail address, a phone number or a signed token, and
/// each secret that it saw go by in a test's requests, in its answers, and in the calls to the core.
/// </summary>
public sealed partial class LeakScanner
{
    // Shorter values turn up in innocent words.
    private const int ShortestSecret = 6;

    private static readonly string[] SecretHeaders =
        ["Authorization", "Cookie", "Set-Cookie", "api-key", "st-access-token", "st-refresh-token", "front-token", "anti-csrf"];

    private static readonly HashSet<string> SecretFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "newPassword", "passwordHash", "email", "phoneNumber", "userInputCode", "linkCode", "deviceId", "token", "refreshToken", "accessToken",
        "antiCsrfToken", "access_token", "refresh_token", "id_token", "code", "client_secret", "clientSecret", "privateKey", "codeVerifier", "code_verifier",
        "SAMLResponse",
    };

    private readonly ConcurrentDictionary<string, string> _secrets = new(StringComparer.Ordinal);

    /// <summary>Notes a secret.</summary>
    /// <param name="what">What it is.</param>
    /// <param name="value">The secret.</param>
    public void Add(string what, string? value)
    {
        if (value?.Trim() is { Length: >= ShortestSecret } secret)
        {
            _secrets.TryAdd(secret, what);
        }
    }

    /// <summary>Notes the secrets of a request's or answer's headers.</summary>
    /// <param name="valuesOf">Gives the values of a header, or none.</param>
    public void AddHeaders(Func<string, IEnumerable<string?>> valuesOf)
    {
        foreach (var name in SecretHeaders)
        {
            // What follows a new cookie are its attributes.
            foreach (var value in valuesOf(name).OfType<string>().SelectMany(value => name == "Set-Cookie" ? [value.Split(';')[0]] : value.Split(';')))
            {
                // "Bearer token", "name=token; Path=/": what counts is the token.
                var token = Uri.UnescapeDataString(value[(value.IndexOfAny(['=', ' ']) + 1)..].Trim());
                Add(name, token.Length >= 16 || name == "api-key" ? token : null);
            }
        }
    }

    /// <summary>Notes the secrets of a body. One that is no JSON, or holds half a character, is a secret as a whole.</summary>
    /// <param name="body">The body.</param>
    public void AddBody(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            AddFields(json.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            Add("a body", body);
        }
    }

    /// <summary>Finds leaks.</summary>
    /// <param name="entries">All that was logged.</param>
    /// <returns>A line for each, which names what leaked and where.</returns>
    public IReadOnlyList<string> Scan(IEnumerable<LogEntry> entries)
    {
        var secrets = _secrets.ToArray();
        return [.. entries.SelectMany(entry => LeaksOf(entry.Category, entry.Text, secrets)).Distinct()];
    }

    /// <summary>Fails if there are leaks.</summary>
    /// <param name="log">All that was logged.</param>
    public void AssertNone(TestLog log)
    {
        var leaks = Scan(log.Entries);
        Assert.True(leaks.Count == 0, string.Join(Environment.NewLine, leaks.Take(10)));
    }

    private static IEnumerable<string> LeaksOf(string category, string text, KeyValuePair<string, string>[] secrets)
    {
        if (category == "Microsoft.AspNetCore.Hosting.Diagnostics")
        {
            // ASP.NET's line for each request holds the whole URL, and nothing can change that: docs/abuse.md says to keep it off.
            text = Query().Replace(text, "");
        }

        foreach (var (what, pattern) in (ReadOnlySpan<(string, Regex)>)[("an e-mail address", EmailAddress()), ("a phone number", PhoneNumber()), ("a signed token", SignedToken())])
        {
            if (pattern.IsMatch(text))
            {
                return [$"{what} in {category}: {text}"];
            }
        }

        return secrets.Where(secret => Holds(text, secret.Key)).Select(secret => $"{secret.Value} in {category}: {text}");
    }

    private static bool Holds(string text, string secret)
    {
        for (var at = text.IndexOf(secret, StringComparison.Ordinal); at >= 0; at = text.IndexOf(secret, at + 1, StringComparison.Ordinal))
        {
            var end = at + secret.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private void AddFields(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                AddFields(item);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            // A field of a form has its name beside its value.
            var isSecret = element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && SecretFields.Contains(id.GetString()!);
            foreach (var field in element.EnumerateObject())
            {
                if (field.Value.ValueKind == JsonValueKind.String && (SecretFields.Contains(field.Name) || (isSecret && field.NameEquals("value"))))
                {
                    Add(isSecret ? id.GetString()! : field.Name, field.Value.GetString());
                }

                AddFields(field.Value);
            }
        }
    }

    [GeneratedRegex(@"\?\S*")]
    private static partial Regex Query();

    [GeneratedRegex(@"[\w.+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex EmailAddress();

    [GeneratedRegex(@"(?<!\w)(?:\+|%2B)\d{8,15}(?!\w)")]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"eyJ[\w-]{8,}\.[\w-]{8,}\.")]
    private static partial Regex SignedToken();
}
