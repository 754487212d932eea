using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Tells requests that open a WebSocket from others, also where no WebSocket middleware has run.</summary>
internal static class WebSocketRequests
{
    public static bool IsOne(HttpContext context)
        => HttpMethods.IsConnect(context.Request.Method)
            || (context.Request.Headers.Upgrade is [{ } upgrade, ..] && upgrade.Equals("websocket", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the request is of a kind for which a browser's script cannot set a header.</summary>
    public static bool CannotSendHeaders(HttpContext context)
        => IsOne(context)
            || (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept is [{ } accept, ..] && accept.Contains("text/event-stream", StringComparison.OrdinalIgnoreCase));
}
