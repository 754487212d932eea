using System.Xml.Linq;
using Microsoft.TemplateEngine.Edge.Template;
using SuperTokens.Build;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>
/// An app for each recipe, each pair of recipes and all of them, generated from the pack and built in one go with warnings as errors.
/// The engine that <c>dotnet new</c> uses makes them in this process, where starting it costs nothing.
/// </summary>
public sealed class RecipeApps(PackedTemplates templates) : IAsyncLifetime
{
    /// <summary>The sets that differ in what they come to: without a way to sign in, one is added.</summary>
    internal static readonly IReadOnlyList<RecipeSet> Sets = [.. RecipeSet.All.DistinctBy(NameOf)];

    /// <summary>The provider that the apps with social sign-in use.</summary>
    internal LocalProvider Provider { get; private set; } = null!;

    private string Folder => Path.Combine(templates.Apps, "Recipes");

    public async Task InitializeAsync()
    {
        Provider = await LocalProvider.StartAsync();
        using var engine = new TemplateEngine("dotnetcli", templates.Pack);
        await engine.InitializeAsync();
        foreach (var set in Sets)
        {
            var created = await engine.GenerateIntoAsync(Path.Combine(Folder, NameOf(set)), NameOf(set), ("recipes", string.Join('|', set.Chosen)), ("skipRestore", "true"));
            Assert.True(created.Status == CreationResultStatus.Success, created.ErrorMessage);
        }

        var solution = new XElement("Solution", Sets.Select(NameOf).Select(name => new XElement("Project", new XAttribute("Path", $"{name}/{name}.csproj"))));
        await File.WriteAllTextAsync(Path.Combine(Folder, "Recipes.slnx"), solution.ToString());
        // Links instead of copies: each app would have the databases of all platforms to itself.
        var built = await templates.DotnetAsync(
            "build", Path.Combine("Recipes", "Recipes.slnx"), "-warnaserror", "-nologo", "-v", "q", "-p:NuGetAudit=false", "-p:CreateHardLinksForCopyLocalIfPossible=true");
        Assert.True(built.ExitCode == 0, built.Output);
    }

    public async Task DisposeAsync() => await Provider.DisposeAsync();

    internal GeneratedProject Project(RecipeSet set) => new(Path.Combine(Folder, NameOf(set), NameOf(set) + ".csproj"));

    /// <summary>Starts the app of a set on a free port.</summary>
    internal Task<AppProcess> StartAsync(RecipeSet set)
        => AppProcess.StartAsync(
            Project(set).Assembly,
            Project(set).Folder,
            new Dictionary<string, string>(Provider.Settings) { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" },
            show: false,
            CancellationToken.None);

    private static string NameOf(RecipeSet set) => "With_" + (set.Chosen.Count == RecipeSet.Names.Count ? "all" : string.Join('_', set.Added));
}
