using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.TemplateEngine.Edge.Template;
using SuperTokens.Build;
using SuperTokens.Templates.Tests.Engine;
using SuperTokens.Templates.Tests.Skipping;

namespace SuperTokens.Templates.Tests.Functions;

/// <summary>A generated app with the worker's real packages, where a feed serves them. The Functions host itself is not part of any test.</summary>
[Trait("Speed", "Slow")]
public sealed partial class RealPackagesTests(TemplateEngine engine) : IClassFixture<TemplateEngine>
{
    private const string Require = "SUPERTOKENS_REQUIRE_FUNCTIONS_PACKAGES";

    [SkippableFact]
    public Task A_generated_app_builds_with_the_real_worker() => BuildAsync("Real");

    [SkippableFact]
    public Task The_fullest_app_builds_with_the_real_worker()
        => BuildAsync("Fullest", ("recipes", string.Join('|', RecipeSet.Names)), ("includeTests", "true"), ("openTelemetry", "true"));

    private async Task BuildAsync(string name, params (string Name, string Value)[] options)
    {
        var folder = Directory.CreateTempSubdirectory("supertokens-worker-").FullName;
        try
        {
            var created = await engine.GenerateIntoAsync(folder, TemplateNames.Functions, name, [("skipRestore", "true"), .. options]);
            Assert.True(created.Status == CreationResultStatus.Success, created.ErrorMessage);
            var beside = AppContext.BaseDirectory;
            var targets = new XElement(
                "Project",
                new XElement("PropertyGroup", new XElement("RestoreAdditionalProjectSources")),
                new XElement(
                    "ItemGroup",
                    new XElement("PackageReference", new XAttribute("Remove", "SuperTokens.Backend;SuperTokens.EmbeddedCore")),
                    new XElement("Reference", new XAttribute("Include", $"{beside}SuperTokens.Backend.dll;{beside}SuperTokens.EmbeddedCore.dll"))));
            await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Build.targets"), targets.ToString());

            var restored = await Shell.DotnetAsync(folder, ["restore", "-nologo"], environment: null, CancellationToken.None);
            var missing = MissingPattern().Matches(restored.Output).Select(match => match.Value.Trim()).Distinct().ToList();
            if (restored.ExitCode != 0 && missing.Count > 0 && Environment.GetEnvironmentVariable(Require) != "1")
            {
                throw new SkippedException($"No feed here serves what the app needs; where one does, {Require}=1 makes this a failure. {string.Join(" | ", missing)}");
            }

            Assert.True(restored.ExitCode == 0, restored.Output);
            // A feed that serves only some versions resolves newer ones and warns: that is the feed's, not the app's.
            var built = await Shell.DotnetAsync(folder, ["build", "--no-restore", "-warnaserror", "-warnnotaserror:NU1603", "-nologo"], environment: null, CancellationToken.None);
            Assert.True(built.ExitCode == 0, built.Output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(@"NU110[123]: (?:[^\[\n]|\n(?=  ))*")]
    private static partial Regex MissingPattern();
}
