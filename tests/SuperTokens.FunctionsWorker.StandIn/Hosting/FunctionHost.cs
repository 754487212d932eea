using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SuperTokens.FunctionsWorker.StandIn;

/// <summary>Does what the Functions host does: finds the functions, refuses those that it does not serve, and calls them for requests.</summary>
internal static partial class FunctionHost
{
    private static readonly string[] OwnRoutes = ["admin", "runtime"];

    public static void Map(WebApplication app, Assembly assembly, FunctionExecutionDelegate pipeline)
    {
        // The real one has no such middleware, and ASP.NET Core would add it by itself.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        ((IApplicationBuilder)app).Properties["__AuthorizationMiddlewareSet"] = true;

        var prefix = HostJson.RoutePrefix(app.Environment.ContentRootPath);
        var functions = Function.FindAll(assembly).ToList();
        RefuseConflicts(functions);
        foreach (var function in functions)
        {
            var path = $"{prefix}/{Route(function)}";
            if (function.Trigger.Methods is { } methods)
            {
                app.MapMethods(path, methods, request => CallAsync(function, request, pipeline));
            }
            else
            {
                app.Map(path, (RequestDelegate)(request => CallAsync(function, request, pipeline)));
            }
        }
    }

    private static async Task CallAsync(Function function, HttpContext request, FunctionExecutionDelegate pipeline)
    {
        if (function.Trigger.AuthLevel != AuthorizationLevel.Anonymous)
        {
            // In Azure these want a key, and here nobody has one.
            request.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (request.RequestServices.GetService<IHttpContextAccessor>() is { } accessor)
        {
            accessor.HttpContext = null;
        }

        try
        {
            await pipeline(new FunctionCall(function, request));
        }
        catch (Exception exception) when (!request.Response.HasStarted)
        {
            // A call that fails: the caller learns nothing of why.
            Failed(request.RequestServices.GetRequiredService<ILogger<FunctionsHostLog>>(), function.Name, exception);
            request.Response.Clear();
            request.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static void RefuseConflicts(List<Function> functions)
    {
        foreach (var (index, function) in functions.Index())
        {
            var route = Route(function).Trim('/');
            if (OwnRoutes.Any(own => route.StartsWith(own, StringComparison.OrdinalIgnoreCase)))
            {
                throw new InvalidOperationException($"'{function.Name}': the host keeps routes that begin with admin or runtime to itself.");
            }

            var other = functions.Take(index).FirstOrDefault(one => string.Equals(one.Name, function.Name, StringComparison.OrdinalIgnoreCase)
                || (string.Equals(Route(one).Trim('/'), route, StringComparison.OrdinalIgnoreCase) && HaveMethodInCommon(one.Trigger, function.Trigger)));
            if (other is not null)
            {
                throw new InvalidOperationException($"'{function.Name}' ({function.EntryPoint}) has the name, or a method of the route, of '{other.Name}' ({other.EntryPoint}).");
            }
        }
    }

    private static bool HaveMethodInCommon(HttpTriggerAttribute one, HttpTriggerAttribute other)
        => one.Methods is not { Length: > 0 } methods || other.Methods is not { Length: > 0 } others || methods.Intersect(others, StringComparer.OrdinalIgnoreCase).Any();

    private static string Route(Function function) => function.Trigger.Route ?? function.Name;

    [LoggerMessage(1, LogLevel.Error, "The call of {Function} failed")]
    private static partial void Failed(ILogger logger, string function, Exception exception);

    private sealed class FunctionsHostLog;
}
