using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using SuperTokens.Backend.Hosting;

namespace SuperTokensApp._1;

/// <summary>
/// Stands before every function: lets in whom its attributes let in, such as [RequireSession], answers the browser's CORS questions for your
/// website, and turns exceptions into answers. In doubt nobody gets in.
/// </summary>
public sealed class SuperTokensMiddleware(SuperTokensPipeline superTokens) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var function = context.FunctionDefinition;
        if (context.GetHttpContext() is { } request)
        {
            await superTokens.InvokeAsync(request, FindMethod(function), _ => next(context));
        }
        else if (function.InputBindings.Values.Any(binding => binding.Type.Equals("httpTrigger", StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException(
                $"Who calls '{function.Name}' is not known, so nobody gets in. In Program.cs, ConfigureFunctionsWebApplication has to come before UseMiddleware.");
        }
        else
        {
            // A timer or a queue: there is nobody to let in.
            await next(context);
        }
    }

    /// <summary>The method with the function's attributes; null if there is none or several have its name.</summary>
    private static MethodInfo? FindMethod(FunctionDefinition function)
    {
        var dot = function.EntryPoint.LastIndexOf('.');
        var type = Type.GetType($"{function.EntryPoint[..dot]}, {Path.GetFileNameWithoutExtension(function.PathToAssembly)}");
        var methods = type?.GetMethods().Where(method => method.Name == function.EntryPoint[(dot + 1)..]).ToList();
        return methods is [var method] ? method : null;
    }
}
