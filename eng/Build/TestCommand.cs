namespace SuperTokens.Build;

/// <summary><c>test</c> and <c>update-snapshots</c>.</summary>
internal static class TestCommand
{
    private const string FastOption = "--fast";

    /// <summary>Tests that pack and build apps, or drive a browser, say of themselves that they are slow.</summary>
    private const string FastTests = "Speed!=Slow";

    internal static Task<int> RunAsync(Repository repository, string[] options, CancellationToken cancellationToken)
        => Shell.ShowDotnetAsync(repository.Root, Arguments(options), null, cancellationToken);

    /// <summary>What <c>dotnet</c> is given for the options of <c>test</c>.</summary>
    internal static string[] Arguments(IReadOnlyCollection<string> options)
    {
        var rest = options.Where(option => option != FastOption).ToArray();
        if (rest.Length == options.Count)
        {
            return ["test", .. rest];
        }

        // dotnet test takes one filter.
        return rest.Contains("--filter")
            ? throw new BuildException("--fast is a filter itself: leave out --filter, or --fast.", exitCode: 2)
            : ["test", "--filter", FastTests, .. rest];
    }

    internal static async Task<int> UpdateSnapshotsAsync(Repository repository, string[] options, CancellationToken cancellationToken)
    {
        BuildCommand.RefuseOptions("update-snapshots", options);
        var exitCode = await Shell.ShowDotnetAsync(
            repository.Root,
            ["test", "tests/SuperTokens.Templates.Tests", "--filter", "FullyQualifiedName~Snapshot|FullyQualifiedName~TemplateDocs"],
            new Dictionary<string, string> { ["UPDATE_SNAPSHOTS"] = "1" },
            cancellationToken).ConfigureAwait(false);
        if (exitCode != 0)
        {
            throw new BuildException("The snapshots could not be updated; the output above says why.");
        }

        Console.WriteLine("The snapshots and docs/templates now show what the templates generate. Look at the difference before you commit it: git diff -- tests/SuperTokens.Templates.Tests/Snapshots docs/templates");
        return 0;
    }
}
