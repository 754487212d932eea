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
        var methods = FindMethods(function);
        if (context.GetHttpContext() is { } request)
        {
            // Which of several it is, and so whom it lets in, is not known: then nobody.
            await superTokens.InvokeAsync(request, methods is [var method] ? method : null, _ => next(context));
        }
        else if (function.InputBindings.Values.Any(binding => binding.Type.Equals("httpTrigger", StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException(
                $"Who calls '{function.Name}' is not known, so nobody gets in. In Program.cs, ConfigureFunctionsWebApplication has to come before UseMiddleware.");
        }
        else if (methods.Any(SuperTokensPipeline.IsProtected))
        {
            throw new InvalidOperationException(
                $"'{function.Name}' asks who calls, and without a request nobody knows, so it does not run. Take the attribute from it and from its class.");
        }
        else
        {
            // A timer or a queue: there is nobody to let in.
            await next(context);
        }
    }

    /// <summary>The methods with the function's name: one, unless there are overloads.</summary>
    private static MethodInfo[] FindMethods(FunctionDefinition function)
    {
        var dot = function.EntryPoint.LastIndexOf('.');
        var assembly = Assembly.Load(new AssemblyName { Name = Path.GetFileNameWithoutExtension(function.PathToAssembly) });
        var type = assembly.GetType(function.EntryPoint[..dot]);
        return [.. (type?.GetMethods() ?? []).Where(method => method.Name == function.EntryPoint[(dot + 1)..])];
    }
}
