using System.Net.Http.Headers;
using System.Text.Json;

namespace SuperTokens.Build;

/// <summary>What the app answered, with the checks a step makes; a failed one shows the whole answer.</summary>
internal sealed class FrontendAnswer
{
    private readonly string _call;
    private readonly HttpResponseHeaders _headers;
    private readonly int _status;
    private readonly string _text;

    private FrontendAnswer(string call, int status, HttpResponseHeaders headers, string text)
        => (_call, _status, _headers, _text) = (call, status, headers, text);

    internal static async Task<FrontendAnswer> SendAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = $"{request.Method} {request.RequestUri}";
        try
        {
            using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return new FrontendAnswer(call, (int)response.StatusCode, response.Headers, text);
        }
        catch (HttpRequestException failure)
        {
            throw new BuildException($"{call}: {failure.Message}");
        }
    }

    internal FrontendAnswer Is(int status, string body)
    {
        HasStatus(status);
        return _text == body || (body.StartsWith('{') && JsonElement.DeepEquals(Json(), Parse(body))) ? this : throw Wrong($"the body {body}");
    }

    internal FrontendAnswer HasStatus(int status) => _status == status ? this : throw Wrong($"status {status}");

    /// <summary>A value of the JSON body; without a path, the body as it is.</summary>
    internal string Text(params string[] path)
    {
        if (path is [])
        {
            return _text;
        }

        var value = Json();
        foreach (var name in path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                throw Wrong($"{string.Join('.', path)} in the body");
            }
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
    }

    /// <summary>A text of the JSON body, or null when it has none of that name.</summary>
    internal string? OptionalText(string name) => Json().TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>How many items an array of the JSON body has.</summary>
    internal int Count(string name)
        => Json().TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : throw Wrong($"an array {name}");

    internal FrontendAnswer Has(string value, params string[] path) => Text(path) == value ? this : throw Wrong($"{string.Join('.', path)} = {value}");

    internal FrontendAnswer Contains(string text) => _text.Contains(text, StringComparison.Ordinal) ? this : throw Wrong($"'{text}' in the body");

    internal FrontendAnswer HasHeader(string name, string value) => Header(name) == value ? this : throw Wrong($"the header {name}: {value}");

    internal string Header(string name)
        => _headers.TryGetValues(name, out var values) ? string.Join(", ", values) : throw Wrong($"a header {name}");

    /// <summary>The value of a cookie the answer sets.</summary>
    /// <param name="name">The cookie's name.</param>
    /// <param name="attributes">What else its line must hold, for example <c>HttpOnly</c>.</param>
    internal string Cookie(string name, params string[] attributes)
    {
        var lines = _headers.TryGetValues("Set-Cookie", out var values) ? values : [];
        var parts = lines.Select(line => line.Split("; ")).SingleOrDefault(line => line[0].StartsWith(name + "=", StringComparison.Ordinal))
            ?? throw Wrong($"one cookie {name}");
        return attributes.All(attribute => parts.Contains(attribute, StringComparer.OrdinalIgnoreCase))
            ? parts[0][(name.Length + 1)..]
            : throw Wrong($"the cookie {name} with {string.Join(", ", attributes)}");
    }

    private static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private JsonElement Json()
    {
        try
        {
            return Parse(_text);
        }
        catch (JsonException)
        {
            throw Wrong("a JSON body");
        }
    }

    private BuildException Wrong(string expected) => new($"""

        {_call}
        should answer with {expected}. It answered:

        {_status}
        {_headers.ToString().TrimEnd()}

        {_text}
        """);
}
