using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.TemplateEngine.Edge.Template;
using SuperTokens.Build;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>
/// An app for each recipe, each pair of recipes and all of them, generated from the pack, built in one go with warnings as errors, run and
/// used. The engine that <c>dotnet new</c> uses makes them in this process, where starting it costs nothing.
/// </summary>
public sealed class RecipeApps(PackedTemplates templates) : IAsyncLifetime
{
    /// <summary>The sets that differ in what they come to: without a way to sign in, one is added.</summary>
    internal static readonly IReadOnlyList<RecipeSet> Sets = [.. RecipeSet.All.DistinctBy(NameOf)];

    /// <summary>What went wrong, by set; null where nothing did.</summary>
    internal ConcurrentDictionary<string, string?> Failures { get; } = new();

    private string Folder => Path.Combine(templates.Apps, "Recipes");

    public async Task InitializeAsync()
    {
        await GenerateAsync();
        await BuildAsync();
        await using var provider = await LocalProvider.StartAsync();
        // The tests of a collection wait for one another, and an app that starts leaves a processor idle now and then.
        await Parallel.ForEachAsync(Sets, async (set, _) => Failures[set.ToString()] = await UseAsync(set, provider));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static string NameOf(RecipeSet set) => "With_" + (set.Chosen.Count == RecipeSet.Names.Count ? "all" : string.Join('_', set.Added));

    private static async Task<string?> UseAsync(GeneratedProject project, AppProcess app, LocalProvider provider)
    {
        using var flow = new SignInFlow(app.Address, project.ApiBasePath, project.Recipes, provider) { TriesSessions = false };
        try
        {
            await flow.RunAsync((_, step) => step(), CancellationToken.None);
            return await app.StopAsync() == 0 ? null : app.Output;
        }
        catch (BuildException failure)
        {
            return $"{failure.Message}\n\n{app.Output}";
        }
    }

    private async Task GenerateAsync()
    {
        using var engine = new TemplateEngine("dotnetcli", templates.Pack);
        await engine.InitializeAsync();
        foreach (var set in Sets)
        {
            var created = await engine.GenerateIntoAsync(
                Path.Combine(Folder, NameOf(set)), TemplateNames.WebApi, NameOf(set), ("recipes", string.Join('|', set.Chosen)), ("skipRestore", "true"));
            Assert.True(created.Status == CreationResultStatus.Success, created.ErrorMessage);
        }
    }

    private async Task BuildAsync()
    {
        var solution = new XElement("Solution", Sets.Select(NameOf).Select(name => new XElement("Project", new XAttribute("Path", $"{name}/{name}.csproj"))));
        await File.WriteAllTextAsync(Path.Combine(Folder, "Recipes.slnx"), solution.ToString());
        // Links instead of copies: each app would have the databases of all platforms to itself.
        var built = await templates.DotnetAsync(
            "build", Path.Combine("Recipes", "Recipes.slnx"), "-warnaserror", "-nologo", "-v", "q", "-p:NuGetAudit=false", "-p:CreateHardLinksForCopyLocalIfPossible=true");
        Assert.True(built.ExitCode == 0, built.Output);
    }

    private async Task<string?> UseAsync(RecipeSet set, LocalProvider provider)
    {
        var project = new GeneratedProject(Path.Combine(Folder, NameOf(set), NameOf(set) + ".csproj"));
        if (!set.Added.SequenceEqual(project.Recipes))
        {
            return $"The app has the recipes {string.Join(' ', project.Recipes)}.";
        }

        var environment = new Dictionary<string, string>(provider.Settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            // What runs for two seconds does not gain from watching which code is hot.
            ["DOTNET_TieredPGO"] = "0",
        };
        try
        {
            await using var app = await AppProcess.StartAsync(project.Assembly, project.Folder, environment, show: false, CancellationToken.None);
            return await UseAsync(project, app, provider);
        }
        catch (BuildException failure)
        {
            return failure.Message;
        }
    }
}
