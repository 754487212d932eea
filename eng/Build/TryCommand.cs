namespace SuperTokens.Build;

/// <summary><c>try</c>: from a clone to a running app.</summary>
internal static class TryCommand
{
    private const string DefaultTemplate = "supertokens-webapi";
    private const string SmokeOption = "--smoke";

    private static readonly TimeSpan CtrlCGrace = TimeSpan.FromSeconds(3);

    /// <summary>The app must not take over the build settings of this repository, which the folder lies in.</summary>
    private static readonly Dictionary<string, string> Barriers = new()
    {
        ["Directory.Build.props"] = "<Project />\n",
        ["Directory.Build.targets"] = "<Project />\n",
        ["Directory.Packages.props"] = "<Project />\n",
        [".editorconfig"] = "root = true\n",
    };

    internal static async Task<int> RunAsync(Repository repository, string[] options, CancellationToken cancellationToken)
    {
        var smoke = options.Contains(SmokeOption);
        var rest = options.Where(option => option != SmokeOption).ToList();
        var template = DefaultTemplate;
        if (rest is [var first, ..] && !first.StartsWith('-'))
        {
            template = first;
            rest.RemoveAt(0);
        }

        if (!repository.Templates.Contains(template))
        {
            throw new BuildException($"There is no template '{template}'. There are {string.Join(", ", repository.Templates)}.", exitCode: 2);
        }

        if (rest.Find(option => option.Split('=')[0] is "-n" or "--name" or "-o" or "--output") is { } reserved)
        {
            throw new BuildException($"'try' names the app and chooses its folder itself: leave out {reserved}.", exitCode: 2);
        }

        var port = Scratch.FreePort();
        if (smoke && !rest.Exists(option => option.Split('=')[0] == "--apiDomain"))
        {
            rest.AddRange(["--apiDomain", $"http://localhost:{port}"]);
        }

        var pack = await PackCommand.PackWithStepAsync(repository, PackCommand.UniqueVersion("local"), cancellationToken).ConfigureAwait(false);
        var (folder, project) = await GenerateAsync(repository, pack, template, rest, cancellationToken).ConfigureAwait(false);
        await BuildStep.RunAsync("Build the app", () => Shell.RequireDotnetAsync(folder, ["build", project.Path, "-nologo", "-v", "q", "-warnaserror"], Packages(repository), cancellationToken)).ConfigureAwait(false);
        if (smoke)
        {
            await SmokeAsync(project, port, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await ShowAsync(repository, folder, project, cancellationToken).ConfigureAwait(false);
        }

        return 0;
    }

    private static async Task<(string Folder, GeneratedProject Project)> GenerateAsync(
        Repository repository,
        string pack,
        string template,
        IReadOnlyList<string> options,
        CancellationToken cancellationToken)
    {
        // A fresh hive: the templates of this pack and no others, and nothing of the developer's own.
        var hive = Path.Combine(repository.Artifacts, "hive");
        var parent = Path.Combine(repository.Artifacts, "try");
        var name = NameOf(template);
        var folder = Path.Combine(parent, name);
        Scratch.Delete(hive);
        Scratch.Delete(Path.Combine(repository.Artifacts, "nuget"));
        Scratch.Delete(folder);
        Directory.CreateDirectory(parent);
        foreach (var (file, content) in Barriers)
        {
            await File.WriteAllTextAsync(Path.Combine(parent, file), content, cancellationToken).ConfigureAwait(false);
        }

        if (FunctionsStandIn.IsNeededBy(template))
        {
            Directory.CreateDirectory(folder);
            await BuildStep.RunAsync("Build the stand-in for the Functions worker", () => FunctionsStandIn.BuildAsync(repository, folder, cancellationToken)).ConfigureAwait(false);
        }

        string[] hiveOptions = ["--debug:custom-hive", hive];
        await BuildStep.RunAsync("Install the pack into a private hive", () => InstallCommand.InstallAsync(repository, pack, hiveOptions, cancellationToken)).ConfigureAwait(false);
        await BuildStep.RunAsync(
            $"Generate {template} into {Path.GetRelativePath(repository.Root, folder)}",
            () => Shell.RequireDotnetAsync(parent, ["new", template, "-n", name, "-o", folder, .. options, "--no-update-check", .. hiveOptions], Packages(repository), cancellationToken))
            .ConfigureAwait(false);
        var project = Directory.EnumerateFiles(folder, $"{name}.csproj", SearchOption.AllDirectories).Single();
        return (folder, new GeneratedProject(project));
    }

    private static async Task SmokeAsync(GeneratedProject project, int port, CancellationToken cancellationToken)
    {
        var provider = await LocalProvider.StartAsync().ConfigureAwait(false);
        await using var stopProvider = provider.ConfigureAwait(false);
        var environment = new Dictionary<string, string>(provider.Settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = $"http://localhost:{port}",
        };
        var app = await BuildStep.RunAsync(
            "Start it",
            () => AppProcess.StartAsync(project.Assembly, project.Folder, environment, show: false, cancellationToken)).ConfigureAwait(false);
        await using (app.ConfigureAwait(false))
        {
            try
            {
                using var flow = new SignInFlow(app.Address, project.ApiBasePath, project.Recipes, provider) { PagesBasePath = project.PagesBasePath, AdminPath = project.AdminPath };
                await flow.RunAsync(BuildStep.RunAsync, cancellationToken).ConfigureAwait(false);
            }
            catch (BuildException failure)
            {
                throw new BuildException($"{failure.Message}\n\nThe app printed:\n\n{app.Output}");
            }

            var exitCode = await BuildStep.RunAsync("Stop it", () => app.StopAsync()).ConfigureAwait(false);
            if (exitCode != 0)
            {
                throw new BuildException($"The app ended with exit code {exitCode}:\n\n{app.Output}");
            }
        }

        Console.WriteLine("\n  All as the protocol says.");
    }

    private static async Task ShowAsync(Repository repository, string folder, GeneratedProject project, CancellationToken cancellationToken)
    {
        var provider = await LocalProvider.StartAsync().ConfigureAwait(false);
        await using var stopProvider = provider.ConfigureAwait(false);
        var environment = new Dictionary<string, string>(provider.Settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = project.LaunchUrl,
        };
        Console.WriteLine();
        var app = await AppProcess.StartAsync(project.Assembly, project.Folder, environment, show: true, cancellationToken).ConfigureAwait(false);
        await using (app.ConfigureAwait(false))
        {
            var address = app.Address.ToString().TrimEnd('/');
            var core = project.ConnectionUri is { } uri ? $"\nIt needs a core at {uri}: the README there says how to start or reach one." : string.Empty;
            Console.WriteLine($"""

                The app listens on {address}; its code is in {Path.GetRelativePath(repository.Root, folder)}.{core}
                {(project.PagesBasePath is { } pages ? SampleCalls.ForSite(address, pages) : SampleCalls.For(address, project.ApiBasePath, project.Recipes))}

                Ctrl+C stops it.

                """);
            try
            {
                var exitCode = await app.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
                if (exitCode != 0)
                {
                    throw new BuildException($"The app ended with exit code {exitCode}.");
                }
            }
            catch (OperationCanceledException)
            {
                // Ctrl+C reached the app too and it is stopping; a signal to this program alone did not.
                await app.StopAsync(CtrlCGrace).ConfigureAwait(false);
                Console.WriteLine("Stopped.");
            }
        }
    }

    private static IReadOnlyDictionary<string, string> Packages(Repository repository) => Shell.PackagesIn(Path.Combine(repository.Artifacts, "nuget"));

    /// <summary><c>supertokens-webapi</c> becomes <c>TryWebapi</c>.</summary>
    private static string NameOf(string template)
    {
        var word = template[(template.LastIndexOf('-') + 1)..];
        return word.Length == 0 ? "TryIt" : $"Try{char.ToUpperInvariant(word[0])}{word[1..]}";
    }
}
