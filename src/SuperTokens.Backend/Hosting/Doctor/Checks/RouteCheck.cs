using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace SuperTokens.Backend.Hosting.Doctor.Checks;

/// <summary>Routes of the application that never run, because SuperTokens serves the same path and comes first.</summary>
internal sealed class RouteCheck(DoctorEndpoints endpoints, SuperTokensDispatcher dispatcher) : IDoctorCheck
{
    private static readonly string[] AnyMethod = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    public Task CheckAsync(DoctorReport report, CancellationToken cancellationToken)
    {
        var clashes =
            from endpoint in endpoints.All.OfType<RouteEndpoint>()
            from path in PathsOf(endpoint.RoutePattern)
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : AnyMethod
            where dispatcher.Serves(method, path)
            select $"{method} {path}";
        foreach (var clash in clashes.Distinct())
        {
            report.Error(
                DoctorIds.RouteNeverRuns,
                "Route",
                clash,
                "SuperTokens serves this path itself, before the application's endpoints: yours never runs.",
                $"Give your route another path, or turn SuperTokens' one off with SuperTokens:{nameof(Configuration.SuperTokensOptions.DisabledEndpoints)}.");
        }

        return Task.CompletedTask;
    }

    // Only what the route spells out counts: one that catches all below a path is there for what nobody else serves.
    private static IEnumerable<string> PathsOf(RoutePattern pattern)
    {
        var segments = new List<string>();
        foreach (var segment in pattern.PathSegments)
        {
            if (TextOf(segment, pattern) is not { } text)
            {
                return [];
            }

            segments.Add(text);
        }

        var path = "/" + string.Join('/', segments.Where(segment => segment.Length > 0));

        // MVC's conventional routes match in any case, and SuperTokens' paths are in lower case.
        return pattern.RequiredValues.Count == 0 ? [path] : [path, path.ToLowerInvariant()];
    }

    private static string? TextOf(RoutePatternPathSegment segment, RoutePattern pattern) => segment.Parts switch
    {
        [RoutePatternLiteralPart literal] => literal.Content,
        [RoutePatternParameterPart parameter] when pattern.RequiredValues.TryGetValue(parameter.Name, out var value) && value is string { Length: > 0 } text => text,
        [RoutePatternParameterPart { IsOptional: true }] => "",
        _ => null,
    };
}
