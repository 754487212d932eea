using Xunit.Sdk;

namespace SuperTokens.Templates.Tests.Skipping;

/// <summary>A test that finds out while it runs whether it can be run here: it throws <see cref="SkippedException"/> where not.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("SuperTokens.Templates.Tests.Skipping.SkippableFactDiscoverer", "SuperTokens.Templates.Tests")]
public sealed class SkippableFactAttribute : FactAttribute;
