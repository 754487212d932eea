using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Reads a request's form. Whatever is wrong with it is a 400.</summary>
internal static class FormRequestBody
{
    // A code, a state and a name.
    private const int MaxSize = 64 * 1024;

    /// <summary>Reads a form of short fields, each at most once.</summary>
    /// <param name="api">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="BadInputException">The body is no such form.</exception>
    public static async Task<IReadOnlyDictionary<string, string?>> ReadAsync(ApiContext api, CancellationToken cancellationToken)
    {
        var request = api.HttpContext.Request;
        if (!request.HasFormContentType || request.ContentLength > MaxSize)
        {
            throw Unreadable();
        }

        try
        {
            var form = await request.ReadFormAsync(new() { BufferBodyLengthLimit = MaxSize, ValueCountLimit = 32, KeyLengthLimit = 256, ValueLengthLimit = MaxSize }, cancellationToken);
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
