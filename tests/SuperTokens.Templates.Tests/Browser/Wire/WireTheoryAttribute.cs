using Xunit.Sdk;

namespace SuperTokens.Templates.Tests.Browser.Wire;

/// <summary>A test with several cases that needs Chromium, and SuperTokens' npm packages: whether those are to be had turns out when it runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("SuperTokens.Templates.Tests.Skipping.SkippableTheoryDiscoverer", "SuperTokens.Templates.Tests")]
internal sealed class WireTheoryAttribute : TheoryAttribute
{
    public WireTheoryAttribute() => Skip = Chromium.Skip;
}
