using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>
/// Names the route on ASP.NET Core's own activity and measurement of a request to the FDI. Routing does not know these endpoints, so all
/// would be one without it; an activity beside it would only say the same twice.
/// </summary>
internal static class RequestTelemetry
{
    /// <summary>Names the endpoint that serves a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="basePath">Where the FDI is served.</param>
    /// <param name="path">The endpoint's path below it, without the tenant.</param>
    /// <param name="recipeId">The recipe.</param>
    public static void Describe(HttpContext context, string basePath, string path, string recipeId)
    {
        var metrics = context.Features.Get<IHttpMetricsTagsFeature>();
        var activity = context.Features.Get<IHttpActivityFeature>()?.Activity;
        if (metrics is null && activity is not { IsAllDataRequested: true })
        {
            return;
        }

        var route = basePath + path;
        if (activity is { IsAllDataRequested: true })
        {
            activity.DisplayName = $"{context.Request.Method} {route}";
            activity.SetTag(TagNames.Route, route).SetTag(TagNames.Recipe, recipeId);
        }

        // Of an application's fallback endpoint ASP.NET Core tells the route itself.
        if (metrics is not null && context.GetEndpoint()?.Metadata.GetMetadata<IRouteDiagnosticsMetadata>() is null)
        {
            metrics.Tags.Add(new(TagNames.Route, route));
        }
    }

    /// <summary>Tells what a request came to: a wrong password is a 200.</summary>
    /// <param name="context">The request.</param>
    /// <param name="outcome">The outcome.</param>
    public static void Tell(HttpContext context, string outcome)
        => context.Features.Get<IHttpActivityFeature>()?.Activity.SetTag(TagNames.Outcome, outcome);
}
