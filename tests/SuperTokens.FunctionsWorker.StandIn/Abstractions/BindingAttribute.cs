namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>As in the package Worker.Extensions.Abstractions.</summary>
public abstract class BindingAttribute : Attribute;
