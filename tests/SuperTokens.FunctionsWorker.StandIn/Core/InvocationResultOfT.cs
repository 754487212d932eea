namespace Microsoft.Azure.Functions.Worker;

/// <summary>As in the package Worker.Core: what a function returned.</summary>
/// <typeparam name="T">Its type.</typeparam>
public abstract class InvocationResult<T>
{
    public abstract T? Value { get; set; }
}
