using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace SuperTokensApp._1.Tests;

/// <summary>Does what the Functions host and its worker do for a request: finds the function, runs the middleware, and then the function.</summary>
public static class FunctionHost
{
    public static void MapFunctions(this WebApplication app, Assembly assembly)
    {
        foreach (var method in assembly.GetTypes().SelectMany(type => type.GetMethods()))
        {
            var trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(found => found is not null);
            if (trigger is not null && method.GetCustomAttribute<FunctionAttribute>() is { } function)
            {
                app.MapMethods(trigger.Route ?? function.Name, trigger.Methods ?? [], request => RunAsync(request, new TestFunction(function.Name, method)));
            }
        }
    }

    private static async Task RunAsync(HttpContext request, TestFunction function)
    {
        var middleware = request.RequestServices.GetRequiredService<SuperTokensMiddleware>();
        IResult? result = null;
        await middleware.Invoke(new TestFunctionContext(function, request), async _ => result = await CallAsync(request, function.Method));
        if (result is not null)
        {
            await result.ExecuteAsync(request);
        }
    }

    private static async Task<IResult?> CallAsync(HttpContext request, MethodInfo method)
    {
        var functions = ActivatorUtilities.CreateInstance(request.RequestServices, method.DeclaringType!);
        object?[] arguments = [.. method.GetParameters().Select(parameter => Argument(request, parameter))];
        return method.Invoke(functions, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null) switch
        {
            IResult result => result,
            Task<IResult> task => await task,
            var other => throw new NotSupportedException($"These tests do not know what to do with what {method.Name} returns: {other}."),
        };
    }

    private static object? Argument(HttpContext request, ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(HttpRequest) => request.Request,
        var type when type == typeof(CancellationToken) => request.RequestAborted,
        _ => request.GetRouteValue(parameter.Name!),
    };
}
