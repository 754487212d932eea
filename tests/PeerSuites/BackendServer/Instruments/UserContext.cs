using System.Text.Json;
using System.Text.Json.Nodes;

namespace SuperTokens.PeerSuites.BackendServer.Instruments;

/// <summary>The Node SDK's user context is the request's own items here, as in any ASP.NET Core application.</summary>
internal static class UserContext
{
    private static readonly object s_key = new();

    public static JsonObject GetUserContext(this HttpContext context)
    {
        if (context.Items[s_key] is not JsonObject values)
        {
            context.Items[s_key] = values = [];
        }

        return values;
    }

    public static JsonObject Current(this IHttpContextAccessor accessor) => accessor.HttpContext?.GetUserContext() ?? [];

    public static void SetUserContext(this HttpContext context, JsonNode? values) => context.Items[s_key] = values?.DeepClone() as JsonObject ?? [];

    public static bool Says(this JsonObject userContext, string flag) => userContext[flag] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <summary>Takes a flag from the body of a request to the FDI, as the suite's overrides of APIs do.</summary>
    public static async Task CopyFromBodyAsync(this HttpContext context, string flag)
    {
        context.Request.Body.Position = 0;
        var body = await JsonNode.ParseAsync(context.Request.Body);
        if (body?["userContext"]?[flag] is { } value)
        {
            context.GetUserContext()[flag] = value.DeepClone();
        }
    }
}
