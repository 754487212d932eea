namespace Microsoft.Azure.Functions.Worker;

/// <summary>As in the package Worker.Extensions.Abstractions: a method with it is a function.</summary>
/// <param name="name">The function's name, which no other function has.</param>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
