using System.Reflection;
using Xunit.Sdk;

namespace SuperTokens.Templates.Tests;

/// <summary>A case for each template: its name of <see cref="TemplateNames"/>, then what is given here.</summary>
/// <param name="row">The parameters after the template. Default: none.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachTemplateAttribute(params object?[] row) : DataAttribute
{
    public IReadOnlyList<object?> Row => row;

    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => TemplateNames.All.Select(template => (object?[])[template, .. Row]);
}
