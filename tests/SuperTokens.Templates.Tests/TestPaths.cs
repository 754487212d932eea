using System.Reflection;

namespace SuperTokens.Templates.Tests;

/// <summary>Where the tests find the repository.</summary>
internal static class TestPaths
{
    internal static string Root => Metadata("RepositoryRoot");

    internal static string Templates => Path.Combine(Root, "templates");

    internal static string Snapshots => Path.Combine(Root, "tests", "SuperTokens.Templates.Tests", "Snapshots");

    internal static string Metadata(string key)
        => typeof(TestPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
