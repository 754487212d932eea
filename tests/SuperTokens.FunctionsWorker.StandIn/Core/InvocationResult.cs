namespace Microsoft.Azure.Functions.Worker;

/// <summary>As in the package Worker.Core.</summary>
public abstract class InvocationResult : InvocationResult<object>;
