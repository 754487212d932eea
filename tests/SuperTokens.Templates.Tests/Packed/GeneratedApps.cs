using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.TemplateEngine.Edge.Template;
using SuperTokens.Build;
using SuperTokens.Templates.Tests.Engine;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>Every case, generated from the installed pack, built in one go with warnings as errors, run and used.</summary>
public sealed class GeneratedApps(PackedTemplates templates) : IAsyncLifetime
{
    private const string CentralVersions =
        "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>";

    /// <summary>The core that the apps without an embedded one use.</summary>
    internal RealCore Core { get; private set; } = null!;

    /// <summary>The provider that the apps with social sign-in use.</summary>
    internal LocalProvider Provider { get; private set; } = null!;

    /// <summary>What <c>dotnet new</c> printed, by app.</summary>
    internal ConcurrentDictionary<AppCase, string> Creations { get; } = new();

    /// <summary>What went wrong when the app was used, by app; null where nothing did.</summary>
    internal ConcurrentDictionary<AppCase, string?> Uses { get; } = new();

    /// <summary>What the tests of an app printed and ended with, by app.</summary>
    internal ConcurrentDictionary<AppCase, ShellResult> Tests { get; } = new();

    public async Task InitializeAsync()
    {
        Core = await RealCore.StartAsync();
        Provider = await LocalProvider.StartAsync();
        // Many people's apps lie below such a file; theirs must build there too.
        await File.WriteAllTextAsync(Path.Combine(templates.Apps, "Directory.Packages.props"), CentralVersions);
        Directory.CreateDirectory(Path.Combine(templates.Apps, TemplateNames.Functions));
        await FunctionsStandIn.WriteAsync(Path.Combine(templates.Apps, TemplateNames.Functions));
        await GenerateAsync();
        await BuildAsync();
        // The tests of a collection wait for one another, and an app that starts leaves a processor idle now and then.
        await Parallel.ForEachAsync(
            AppCases.All.Select(app => (Func<Task>)(async () => Uses[app] = await UseAsync(app)))
                .Concat(AppCases.All.Where(app => app.IncludesTests).Select(app => (Func<Task>)(async () => Tests[app] = await TestAsync(app)))),
            async (work, _) => await work());
    }

    public async Task DisposeAsync()
    {
        await Core.DisposeAsync();
        await Provider.DisposeAsync();
    }

    internal GeneratedProject Project(AppCase app) => new(Path.Combine(templates.Apps, app.Project));

    /// <summary>Starts a generated app on a free port.</summary>
    internal Task<AppProcess> StartAsync(AppCase app, params (string Name, string Value)[] environment)
    {
        var variables = new Dictionary<string, string>(Provider.Settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            // What runs for two seconds does not gain from watching which code is hot.
            ["DOTNET_TieredPGO"] = "0",
        };
        foreach (var (name, value) in environment)
        {
            variables[name] = value;
        }

        var project = Project(app);
        return AppProcess.StartAsync(project.Assembly, project.Folder, variables, show: false, CancellationToken.None);
    }

    /// <summary>Looks at the set-up of a generated app, whose port is taken by somebody else.</summary>
    internal Task<ShellResult> ExamineAsync(AppCase app, params (string Name, string Value)[] environment)
    {
        var variables = Provider.Settings.ToDictionary();
        variables["ASPNETCORE_ENVIRONMENT"] = "Development";
        variables["ASPNETCORE_URLS"] = Core.Address;
        foreach (var (name, value) in environment)
        {
            variables[name] = value;
        }

        return templates.DotnetAsync(Path.GetRelativePath(templates.Apps, Project(app).Folder), variables, Project(app).Assembly, "--supertokens-doctor");
    }

    /// <summary>Types commands in an app's folder, the last of which runs it, and uses it.</summary>
    internal async Task UseAsTypedAsync(AppCase app, params IReadOnlyList<string> commands)
    {
        var environment = templates.Packages.ToDictionary();
        // Secrets of a user that nobody else is.
        environment["APPDATA"] = templates.Scratch;
        foreach (var command in commands.SkipLast(1))
        {
            Assert.StartsWith("dotnet ", command, StringComparison.Ordinal);
            var typed = await templates.DotnetAsync(app.Folder, environment, command.Split(' ')[1..]);
            Assert.True(typed.ExitCode == 0, typed.Output);
        }

        string[] start = ["run"];
        if (app.Template == TemplateNames.Functions)
        {
            // The tools of Functions start the app in a host that the stand-in takes the place of, and choose the port and the environment.
            Assert.Equal("func start", commands[^1]);
            start = ["run", "--no-launch-profile"];
            environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
            environment["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development";
        }
        else
        {
            Assert.Equal("dotnet run", commands[^1]);
        }

        await using var process = await AppProcess.StartAsync(start, Path.Combine(templates.Apps, app.Folder), environment, show: false, CancellationToken.None);
        await UseAsync(process, app, triesSessions: false);
    }

    /// <summary>Uses an app as a frontend does.</summary>
    /// <exception cref="BuildException">It did not do what it should; the message says what, and what the app printed.</exception>
    internal async Task UseAsync(AppProcess process, AppCase app, bool triesSessions)
    {
        using var flow = new SignInFlow(process.Address, app.ApiBasePath, app.Recipes.Added, Provider)
        {
            TriesSessions = triesSessions,
            AdminPath = Project(app).AdminPath,
            PagesBasePath = app.Template == TemplateNames.Mvc ? app.WebsiteBasePath : null,
        };
        try
        {
            await flow.RunAsync((_, step) => step(), CancellationToken.None);
        }
        catch (BuildException failure)
        {
            throw new BuildException($"{failure.Message}\n\n{process.Output}");
        }
    }

    /// <summary>Runs the tests that a generated solution comes with.</summary>
    internal Task<ShellResult> TestAsync(AppCase app, params (string Name, string Value)[] environment)
        => templates.DotnetAsync(
            app.Folder, environment.ToDictionary(variable => variable.Name, variable => variable.Value), "test", "--no-build", "-nologo");

    /// <summary>How many tests a generated solution comes with: those without parameters, and each row of the others.</summary>
    internal int CountTests(AppCase app)
        => Directory.EnumerateFiles(Path.Combine(templates.Apps, app.TestFolder), "*.cs").SelectMany(File.ReadLines).Select(line => line.Trim())
            .Count(line => line == "[Fact]" || line.StartsWith("[InlineData(", StringComparison.Ordinal));

    private async Task GenerateAsync()
    {
        foreach (var app in AppCases.All.Where(app => !app.ByEngine))
        {
            var options = app.Options.Select(option => option.Replace("{core}", Core.Address, StringComparison.Ordinal));
            var created = await templates.NewAsync(app.Template, ["-n", app.Name, "-o", app.Folder, .. options]);
            Assert.True(created.ExitCode == 0, created.Output);
            Creations[app] = created.Output;
        }

        using var engine = new TemplateEngine("dotnetcli", templates.Pack);
        await engine.InitializeAsync();
        foreach (var app in AppCases.All.Where(app => app.ByEngine))
        {
            var created = await engine.GenerateIntoAsync(
                Path.Combine(templates.Apps, app.Folder), app.Template, app.Name, ("recipes", string.Join('|', app.Values("recipes"))), ("skipRestore", "true"));
            Assert.True(created.Status == CreationResultStatus.Success, created.ErrorMessage);
        }
    }

    private async Task BuildAsync()
    {
        var solution = new XElement("Solution", AppCases.All.SelectMany(app => app.Projects).Select(path => new XElement("Project", new XAttribute("Path", path))));
        await File.WriteAllTextAsync(Path.Combine(templates.Apps, "All.slnx"), solution.ToString());
        using var compiler = new CompilerServer();
        // AotTests makes the native program, where there is the compiler for it.
        // Links instead of copies: each app would have the databases of all platforms to itself.
        var built = await templates.DotnetAsync(
            ["build", "All.slnx", "-warnaserror", "-nologo", "-v", "q", "-p:NuGetAudit=false", "-p:PublishAot=false", "-p:CreateHardLinksForCopyLocalIfPossible=true", .. compiler.Options]);
        Assert.True(built.ExitCode == 0, built.Output);
    }

    private async Task<string?> UseAsync(AppCase app)
    {
        if (!app.Recipes.Added.SequenceEqual(Project(app).Recipes))
        {
            return $"The app has the recipes {string.Join(' ', Project(app).Recipes)}.";
        }

        try
        {
            // A key of its own tells whose calls the core got.
            await using var process = await StartAsync(app, [.. app.HasEmbeddedCore ? [] : ((string, string)[])[("SuperTokens__ApiKey", app.Name)]]);
            // What a session does is the same with every pair of recipes.
            await UseAsync(process, app, triesSessions: !app.ByEngine);
            return await process.StopAsync() == 0 ? null : process.Output;
        }
        catch (BuildException failure)
        {
            return failure.Message;
        }
    }
}
