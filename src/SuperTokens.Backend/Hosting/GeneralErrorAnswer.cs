using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Hosting;

/// <summary>The answer every API method may give: a message the frontend shows as it is.</summary>
internal sealed record GeneralErrorAnswer(string Status, string Message)
{
    public static IResult Of(string message)
        => TypedResults.Json(new GeneralErrorAnswer("GENERAL_ERROR", message), GeneralErrorJsonContext.Default.GeneralErrorAnswer);

    public static Task WriteAsync(HttpContext context, string message)
        => context.Response.WriteAsJsonAsync(
            new GeneralErrorAnswer("GENERAL_ERROR", message), GeneralErrorJsonContext.Default.GeneralErrorAnswer, cancellationToken: context.RequestAborted);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GeneralErrorAnswer))]
internal sealed partial class GeneralErrorJsonContext : JsonSerializerContext;
