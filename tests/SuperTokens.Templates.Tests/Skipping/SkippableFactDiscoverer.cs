using Xunit.Abstractions;
using Xunit.Sdk;

namespace SuperTokens.Templates.Tests.Skipping;

/// <summary>Makes test cases of methods with <see cref="SkippableFactAttribute"/>.</summary>
/// <param name="diagnostics">Where xunit's own messages go.</param>
public sealed class SkippableFactDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
        => [new SkippableTestCase(diagnostics, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)];
}
