using Xunit.Abstractions;
using Xunit.Sdk;

namespace SuperTokens.Templates.Tests.Skipping;

/// <summary>Makes test cases of theories that find out while they run whether they can be run here: they throw <see cref="SkippedException"/> where not.</summary>
/// <param name="diagnostics">Where xunit's own messages go.</param>
public sealed class SkippableTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow)
        => [new SkippableTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, dataRow)];
}
