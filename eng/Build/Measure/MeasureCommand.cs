using System.Globalization;

namespace SuperTokens.Build.Measure;

/// <summary><c>measure</c>: what our template and its app take, beside the official ones, in one run.</summary>
internal static class MeasureCommand
{
    private const int DefaultRounds = 9;
    private const string Ours = "supertokens-webapi";
    private const string Minimal = "supertokens-minimalapi";
    private const string Official = "webapi";

    internal static async Task<int> RunAsync(Repository repository, string[] options, CancellationToken cancellationToken)
    {
        var rounds = Rounds(options);
        if (!OperatingSystem.IsLinux())
        {
            throw new BuildException("'measure' reads what processes take from Linux: run it there.");
        }

        // A folder of its own: nothing above it has a say in how the apps are built.
        var work = Directory.CreateTempSubdirectory("supertokens-measure-").FullName;
        try
        {
            var version = PackCommand.UniqueVersion("local");
            var pack = await PackCommand.PackWithStepAsync(repository, version, cancellationToken).ConfigureAwait(false);
            string[] hive = ["--debug:custom-hive", Path.Combine(work, "hive")];
            await BuildStep.RunAsync("Install the pack into a private hive", () => InstallCommand.InstallAsync(repository, pack, hive, cancellationToken)).ConfigureAwait(false);
            var ours = await BuildAsync(repository, work, "Ours", [Ours, "--skipRestore", "--no-update-check", .. hive], cancellationToken).ConfigureAwait(false);
            var minimal = await BuildAsync(repository, work, "Minimal", [Minimal, "--skipRestore", "--no-update-check", .. hive], cancellationToken).ConfigureAwait(false);
            var official = await BuildAsync(repository, work, "Official", [Official, "--no-restore"], cancellationToken).ConfigureAwait(false);
            var controllers = await BuildAsync(repository, work, "Controllers", [Official, "--use-controllers", "--no-restore"], cancellationToken).ConfigureAwait(false);

            var created = await BuildStep.RunAsync($"Create an app, {rounds} rounds", () => Creating(work, hive).RunAsync(rounds, cancellationToken)).ConfigureAwait(false);
            var started = await BuildStep.RunAsync($"Start it, {rounds} rounds", () => Starting(ours, minimal, official, controllers).RunAsync(rounds, cancellationToken)).ConfigureAwait(false);
            var sdk = (await Shell.RequireDotnetAsync(repository.Root, ["--version"], null, cancellationToken).ConfigureAwait(false)).Trim();
            var report = SpeedPage.Report(sdk, rounds, created, started);
            await MeasuredPage.WriteAsync(repository, SpeedPage.File, report, cancellationToken).ConfigureAwait(false);
            Console.WriteLine($"\n{report}\n\n  Written to {SpeedPage.File}.");
            return 0;
        }
        finally
        {
            Scratch.Delete(work);
        }
    }

    /// <summary>Creates and builds an app.</summary>
    internal static async Task<GeneratedProject> BuildAsync(
        Repository repository, string work, string name, IReadOnlyCollection<string> arguments, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(work, name);
        var packages = Shell.PackagesIn(Path.Combine(work, "nuget"));
        return await BuildStep.RunAsync($"Build the app of {arguments.First()}", async () =>
        {
            await Shell.RequireDotnetAsync(repository.Root, ["new", .. arguments, "-n", name, "-o", folder], null, cancellationToken).ConfigureAwait(false);
            await Shell.RequireDotnetAsync(folder, ["build", "-c", "Release", "-nologo", "-v", "q"], packages, cancellationToken).ConfigureAwait(false);
            return new GeneratedProject(Path.Combine(folder, $"{name}.csproj"));
        }).ConfigureAwait(false);
    }

    private static int Rounds(string[] options) => options switch
    {
        ["templates"] => DefaultRounds,
        ["templates", "--rounds", var text] when int.TryParse(text, CultureInfo.InvariantCulture, out var rounds) && rounds > 0 => rounds,
        _ => throw new BuildException("'measure' is called so: dotnet eng/build.cs measure templates [--rounds 9]", exitCode: 2),
    };

    private static Contest Creating(string work, string[] hive) => new Contest()
        .Add($"`dotnet new {Official} --no-restore`", token => Runs.CreateAsync(work, [Official, "--no-restore"], token))
        .Add($"`dotnet new {Ours} --skipRestore --no-update-check`", token => Runs.CreateAsync(work, [Ours, "--skipRestore", "--no-update-check", .. hive], token))
        .Add($"`dotnet new {Ours} --skipRestore`", token => Runs.CreateAsync(work, [Ours, "--skipRestore", .. hive], token));

    private static Contest Starting(GeneratedProject ours, GeneratedProject minimal, GeneratedProject official, GeneratedProject controllers) => new Contest()
        .Add($"`{Official}`", token => Runs.StartAsync(official, "weatherforecast", token))
        .Add($"`{Official} --use-controllers`", token => Runs.StartAsync(controllers, "weatherforecast", token))
        .Add($"`{Ours}`, first start", token =>
        {
            Scratch.Delete(Path.Combine(ours.Folder, ".supertokens", "data"));
            return Runs.StartAsync(ours, "hello", token);
        })
        .Add($"`{Ours}`, later starts", token => Runs.StartAsync(ours, "hello", token))
        .Add($"`{Minimal}`, later starts", token => Runs.StartAsync(minimal, "hello", token));
}
