using SuperTokens.Build.Bench;
using SuperTokens.Build.Measure;

namespace SuperTokens.Build;

/// <summary>The command line of <c>eng/build.cs</c>.</summary>
public static class BuildCommand
{
    private const string Usage = """
        Usage: dotnet eng/build.cs <command> [options]

          try [template] [template options] [--smoke]
                     Pack, generate an app into artifacts/try/ and run it. Your own templates stay as they are.
                     The template is supertokens-webapi unless you name another: supertokens-minimalapi, -mvc, -functions.
                     With --smoke: sign in each way, refresh, steal a token, sign out and use each recipe instead, then stop.
          pack [--version <version>]
                     Leave the packages in artifacts/packages/. Without a version: 0.1.0-local.<time>.
          install    Pack, and put the templates into your own 'dotnet new', replacing older ones.
          test [--fast] [options of dotnet test]
                     Run every test; with --fast, all but those that pack and build apps or drive a browser.
          measure templates [--rounds 9]
                     Time creating an app and starting it beside the official template, and write docs/templates/speed.md. Linux.
          bench [--seconds 3] [--rounds 3] [--load-only]
                     Load the generated Web API, the official one with JwtBearer and supertokens-node side by side, and write
                     docs/performance.md. With --load-only: without BenchmarkDotNet. Linux; needs wrk, node and npm.
          update-snapshots
                     Accept what the templates generate now as what they should generate (git diff shows the changes).
          copy-shared
                     Copy what the templates have in common from webapi-supertokens to the others.
          update-public-suffix-list [--from <file or address>]
                     Fetch the list of public suffixes that the SDK ships with.

        Examples:
          dotnet eng/build.cs try
          dotnet eng/build.cs try supertokens-webapi --appName "Acme" --apiBasePath /api/auth
          dotnet eng/build.cs try supertokens-mvc --recipes emailpassword userroles
          dotnet eng/build.cs try supertokens-webapi --recipes emailpassword passwordless thirdparty --smoke

        Options that 'dotnet run' also has, such as --framework, go after a lone --: dotnet eng/build.cs try -- --framework net10.0
        """;

    private static readonly Dictionary<string, Func<Repository, string[], CancellationToken, Task<int>>> Commands = new(StringComparer.Ordinal)
    {
        ["try"] = TryCommand.RunAsync,
        ["pack"] = PackCommand.RunAsync,
        ["install"] = InstallCommand.RunAsync,
        ["test"] = TestCommand.RunAsync,
        ["measure"] = MeasureCommand.RunAsync,
        ["bench"] = BenchCommand.RunAsync,
        ["update-snapshots"] = TestCommand.UpdateSnapshotsAsync,
        ["copy-shared"] = CopySharedCommand.RunAsync,
        ["update-public-suffix-list"] = PublicSuffixListCommand.RunAsync,
    };

    /// <summary>The commands there are.</summary>
    public static IReadOnlyCollection<string> Names => Commands.Keys;

    /// <summary>Runs one command.</summary>
    /// <param name="args">The command line, without the program's name.</param>
    /// <returns>0 when it did what it should, 1 when it failed, 2 when the call was wrong, 130 when it was interrupted.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args is [] or ["help" or "--help" or "-h" or "-?", ..])
        {
            var writer = args.Length == 0 ? Console.Error : Console.Out;
            await writer.WriteLineAsync(Usage).ConfigureAwait(false);
            return args.Length == 0 ? 2 : 0;
        }

        using var interrupt = new Interrupt();
        try
        {
            return Commands.TryGetValue(args[0], out var command)
                ? await command(Repository.Find(), args[1..], interrupt.Token).ConfigureAwait(false)
                : throw new BuildException($"There is no command '{args[0]}'.\n\n{Usage}", exitCode: 2);
        }
        catch (BuildException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message).ConfigureAwait(false);
            return failure.ExitCode;
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped.").ConfigureAwait(false);
            return 130;
        }
    }

    /// <summary>Refuses options a command does not have.</summary>
    internal static void RefuseOptions(string command, IReadOnlyCollection<string> options)
    {
        if (options.Count > 0)
        {
            throw new BuildException($"'{command}' has no option '{options.First()}'. See: dotnet eng/build.cs help", exitCode: 2);
        }
    }
}
