using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>As in the package Worker.Extensions.Http.AspNetCore.</summary>
public static class FunctionContextExtensions
{
    internal const string HttpContextKey = "HttpRequestContext";

    /// <summary>The request of a function that HTTP has triggered; null before the middleware of <c>ConfigureFunctionsWebApplication</c> has run.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(HttpContextKey, out var request) ? request as HttpContext : null;
    }
}
