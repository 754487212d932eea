namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>As in the package Worker.Core.</summary>
public interface IFunctionsWorkerMiddleware
{
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
