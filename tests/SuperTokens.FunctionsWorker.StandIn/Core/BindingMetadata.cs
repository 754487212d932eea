namespace Microsoft.Azure.Functions.Worker;

/// <summary>As in the package Worker.Core.</summary>
public abstract class BindingMetadata
{
    public abstract string Name { get; }

    public abstract string Type { get; }

    public abstract BindingDirection Direction { get; }
}
