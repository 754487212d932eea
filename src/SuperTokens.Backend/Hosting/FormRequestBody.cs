using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SuperTokens.Backend.Hosting;

/// <summary>Reads a request's form. Whatever is wrong with it is a 400.</summary>
internal static class FormRequestBody
{
    /// <summary>Reads a form of few fields, each at most once.</summary>
    /// <param name="api">The request.</param>
    /// <param name="maxSize">How large it may be, in bytes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="BadInputException">The body is no such form.</exception>
    public static async Task<IReadOnlyDictionary<string, string?>> ReadAsync(ApiContext api, int maxSize, CancellationToken cancellationToken)
    {
        var request = api.HttpContext.Request;
        if (!request.HasFormContentType || request.ContentLength > maxSize)
        {
            throw Unreadable();
        }

        // A body whose length is not said beforehand.
        if (api.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxSize;
        }

        try
        {
            var form = await request.ReadFormAsync(new() { BufferBodyLengthLimit = maxSize, ValueCountLimit = 32, KeyLengthLimit = 256, ValueLengthLimit = maxSize }, cancellationToken);
            return form.Files.Count == 0 && form.All(field => field.Value.Count == 1)
                ? form.ToDictionary(field => field.Key, field => (string?)field.Value[0], StringComparer.Ordinal)
                : throw Unreadable();
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException or IOException)
        {
            throw Unreadable();
        }
    }

    private static BadInputException Unreadable() => new("API input error: Please make sure to pass a valid form in the request body");
}
