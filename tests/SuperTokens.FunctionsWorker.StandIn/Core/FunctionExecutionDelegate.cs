namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>As in the package Worker.Core.</summary>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
