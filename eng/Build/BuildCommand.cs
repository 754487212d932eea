namespace SuperTokens.Build;

/// <summary>The command line of <c>eng/build.cs</c>.</summary>
public static class BuildCommand
{
    private const string Usage = """
        Usage: dotnet eng/build.cs <command> [options]

          try [template] [template options] [--smoke]
                     Pack, generate an app into artifacts/try/ and run it. Your own templates stay as they are.
                     The template is supertokens-webapi unless you name another.
                     With --smoke: sign up, sign in, refresh, steal a token and sign out instead, then stop.
          pack [--version <version>]
                     Leave the packages in artifacts/packages/. Without a version: 0.1.0-local.<time>.
          install    Pack, and put the templates into your own 'dotnet new', replacing older ones.
          test [options of dotnet test]
                     Run every test.
          update-snapshots
                     Accept what the templates generate now as what they should generate (git diff shows the changes).
          update-public-suffix-list [--from <file or address>]
                     Fetch the list of public suffixes that the SDK ships with.

        Examples:
          dotnet eng/build.cs try
          dotnet eng/build.cs try supertokens-webapi --appName "Acme" --apiBasePath /api/auth
          dotnet eng/build.cs try --smoke

        Options that 'dotnet run' also has, such as --framework, go after a lone --: dotnet eng/build.cs try -- --framework net10.0
        """;

    /// <summary>Runs one command.</summary>
    /// <param name="args">The command line, without the program's name.</param>
    /// <returns>0 when it did what it should, 1 when it failed, 2 when the call was wrong.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        using var interrupt = new Interrupt();
        try
        {
            var repository = Repository.Find();
            var options = args.Skip(1).ToArray();
            switch (args.FirstOrDefault())
            {
                case "try":
                    await TryCommand.RunAsync(repository, options, interrupt.Token).ConfigureAwait(false);
                    return 0;
                case "pack":
                    await PackCommand.RunAsync(repository, options, interrupt.Token).ConfigureAwait(false);
                    return 0;
                case "install":
                    await InstallCommand.RunAsync(repository, options, interrupt.Token).ConfigureAwait(false);
                    return 0;
                case "test":
                    return await TestCommand.RunAsync(repository, options, interrupt.Token).ConfigureAwait(false);
                case "update-snapshots":
                    await TestCommand.UpdateSnapshotsAsync(repository, options, interrupt.Token).ConfigureAwait(false);
                    return 0;
                case "update-public-suffix-list":
                    await PublicSuffixListCommand.RunAsync(repository, options, interrupt.Token).ConfigureAwait(false);
                    return 0;
                case null:
                    await Console.Error.WriteLineAsync(Usage).ConfigureAwait(false);
                    return 2;
                case "help" or "--help" or "-h" or "-?":
                    Console.WriteLine(Usage);
                    return 0;
                case var unknown:
                    throw new BuildException($"There is no command '{unknown}'.\n\n{Usage}", exitCode: 2);
            }
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
