using System.Text.Json.Nodes;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.PeerSuites.BackendServer.Hosting;

/// <summary>What the suite's tests catch: an answer of 500 with the error. Errors of sessions are the SDK's to answer.</summary>
internal static class Failures
{
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is not (UnauthorisedException or TryRefreshTokenException or TokenTheftException or InvalidClaimsException))
        {
            await WriteAsync(context, exception);
        }
    }

    public static Task WriteAsync(HttpContext context, Exception exception)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        var error = exception switch
        {
            TokenTheftException theft => new JsonObject
            {
                ["type"] = "TOKEN_THEFT_DETECTED",
                ["payload"] = new JsonObject
                {
                    ["sessionHandle"] = theft.SessionHandle,
                    ["userId"] = theft.UserId,
                    ["recipeUserId"] = Wire.RecipeUserIdObject(theft.RecipeUserId),
                },
            },
            UnauthorisedException => new JsonObject { ["type"] = "UNAUTHORISED" },
            TryRefreshTokenException => new JsonObject { ["type"] = "TRY_REFRESH_TOKEN" },
            InvalidClaimsException invalid => new JsonObject { ["type"] = "INVALID_CLAIMS", ["payload"] = Wire.Of(invalid.Errors) },
            _ => [],
        };

        error["message"] = MessageOf(exception);
        return context.Response.WriteAsJsonAsync(error);
    }

    private static string MessageOf(Exception exception) => exception switch
    {
        // The Node SDK's exceptions of this kind say it in their text.
        CoreException { Request: { } request, CoreMessage: { } message } failure when request.Split(' ') is [var method, var path]
            => $"SuperTokens core threw an error for a {method} request to path: '{path}' with status code: {failure.StatusCode} and message: {message}",

        // The framework adds the argument's name to what the SDK says.
        ArgumentException { ParamName: not null } => exception.Message[..exception.Message.LastIndexOf(" (Parameter", StringComparison.Ordinal)],
        _ => exception.Message,
    };
}
