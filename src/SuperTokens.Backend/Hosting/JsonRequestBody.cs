using System.Buffers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SuperTokens.Backend.Hosting;

/// <summary>Reads a request's JSON body. Whatever is wrong with it is a 400.</summary>
internal static class JsonRequestBody
{
    // supertokens-node's words; frontends show them to developers.
    private const string NotJson = "API input error: Please make sure to pass a valid JSON input in the request body";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Reads the body as a JSON object.</summary>
    /// <param name="api">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The object. As recorded, a missing body and JSON that is no object count as an object without properties, so that the
    /// endpoint can name what it misses.
    /// </returns>
    /// <exception cref="BadInputException">
    /// The body is too large, too deep, not JSON in UTF-8, has a property twice, or is sent as a form.
    /// </exception>
    public static async ValueTask<JsonElement> ReadAsync(ApiContext api, CancellationToken cancellationToken)
    {
        var body = await ReadBytesAsync(api, cancellationToken);
        if (body.Length == 0)
        {
            return JsonElement.Parse("{}"u8);
        }

        RequireJsonType(api);
        try
        {
            RequireValidText(body);
            var json = JsonElement.Parse(body, Options);
            return json.ValueKind == JsonValueKind.Object ? json : JsonElement.Parse("{}"u8);
        }
        catch (JsonException)
        {
            throw new BadInputException(NotJson);
        }
    }

    /// <summary>
    /// Looks at all text in JSON. The reader does so only when it is asked for; half a surrogate pair or a stray byte must not surface there.
    /// </summary>
    /// <param name="json">The JSON, in UTF-8.</param>
    /// <exception cref="JsonException">It has such text, or is no JSON.</exception>
    public static void RequireValidText(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            throw new JsonException();
        }

        if (json.IndexOf("\\u"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    _ = reader.GetString();
                }
            }
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException(null, exception);
        }
    }

    private static async ValueTask<byte[]> ReadBytesAsync(ApiContext api, CancellationToken cancellationToken)
    {
        var request = api.HttpContext.Request;
        if (request.ContentLength > api.MaxBodySize)
        {
            throw TooLarge(api);
        }

        try
        {
            while (true)
            {
                var read = await request.BodyReader.ReadAsync(cancellationToken);
                if (read.Buffer.Length > api.MaxBodySize)
                {
                    // A read left open keeps the server from dropping the rest, which it logs as an error.
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                    throw TooLarge(api);
                }

                if (read.IsCompleted)
                {
                    var body = read.Buffer.ToArray();
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                    return body;
                }

                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (BadHttpRequestException)
        {
            // The server's own limits and broken chunks.
            throw new BadInputException("API input error: The request body cannot be read");
        }
    }

    private static BadInputException TooLarge(ApiContext api)
        => new($"API input error: The request body is larger than {api.MaxBodySize} bytes");

    // As recorded, JSON sent as text/plain or without a type is read, but from another site's page it is not: that is how a form
    // there could sign somebody in. Declared as JSON, the browser asks first (CORS).
    private static void RequireJsonType(ApiContext api)
    {
        var request = api.HttpContext.Request;
        MediaTypeHeaderValue? type = null;
        var isReadable = string.IsNullOrEmpty(request.ContentType)
            || (MediaTypeHeaderValue.TryParse(request.ContentType, out type) && type.Encoding is null or UTF8Encoding);
        var isJson = type is not null && (type.MatchesMediaType(MediaTypeNames.Application.Json) || type.Suffix == "json");
        var isText = type is null || type.MatchesMediaType(MediaTypeNames.Text.Plain);
        if (!isReadable || !(isJson || (isText && !IsFromAnotherSite(api))))
        {
            throw new BadInputException(NotJson);
        }
    }

    private static bool IsFromAnotherSite(ApiContext api)
        => api.HttpContext.Request.Headers.TryGetValue(HeaderNames.Origin, out var origin) && origin != api.WebsiteOrigin;
}
