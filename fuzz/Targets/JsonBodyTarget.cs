using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Fuzz.Targets;

/// <summary>Bodies of requests: an object all of whose text can be read, or 400.</summary>
internal static class JsonBodyTarget
{
    internal static string Run(byte[] body) => TryRead(body, out var json) ? Describe(json, 0) : "refused";

    internal static bool TryRead(byte[] body, out JsonElement json)
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = "application/json";
        context.Request.Body = new MemoryStream(body);
        try
        {
            json = JsonRequestBody.ReadAsync(new ApiContext(context, "public"), CancellationToken.None).AsTask().GetAwaiter().GetResult();
            FuzzTarget.Require(json.ValueKind == JsonValueKind.Object, "A body is an object.");
            return true;
        }
        catch (BadInputException)
        {
            json = default;
            return false;
        }
    }

    // Reads everything there is, as endpoints might, and tells the shape.
    private static string Describe(JsonElement json, int depth) => json.ValueKind switch
    {
        JsonValueKind.Object => DescribeObject(json, depth),
        JsonValueKind.Array => $"[{string.Join(',', json.EnumerateArray().Select(item => Describe(item, depth + 1)).Distinct().Order())}]",
        JsonValueKind.String => json.GetString()!.Length > 0 ? "s" : "e",
        JsonValueKind.Number => json.TryGetInt64(out _) ? "i" : json.TryGetDouble(out _) ? "d" : "n",
        _ => json.ValueKind.ToString(),
    };

    private static string DescribeObject(JsonElement json, int depth)
    {
        var names = json.EnumerateObject().Select(property => property.Name).ToList();
        FuzzTarget.Require(names.Distinct(StringComparer.Ordinal).Count() == names.Count, "No property is there twice.");
        return depth > 3 ? "{…}" : $"{{{string.Join(',', json.EnumerateObject().Select(property => Describe(property.Value, depth + 1)).Distinct().Order())}}}";
    }
}
