namespace Microsoft.Azure.Functions.Worker;

/// <summary>As in the package Worker.Core.</summary>
public abstract class BindingContext
{
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
