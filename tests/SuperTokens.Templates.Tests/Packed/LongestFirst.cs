using SuperTokens.Templates.Tests.Packed;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer(LongestFirst.TypeName, LongestFirst.AssemblyName)]

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>The packed templates take longest, and wait for other processes: begun first, they leave a processor to the rest.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    internal const string AssemblyName = "SuperTokens.Templates.Tests";
    internal const string TypeName = $"{AssemblyName}.Packed.{nameof(LongestFirst)}";

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections)
        => testCollections.OrderBy(collection => collection.DisplayName != PackedTemplates.Collection);
}
