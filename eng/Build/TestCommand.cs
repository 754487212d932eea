namespace SuperTokens.Build;

/// <summary><c>test</c> and <c>update-snapshots</c>.</summary>
internal static class TestCommand
{
    internal static Task<int> RunAsync(Repository repository, string[] options, CancellationToken cancellationToken)
        => Shell.ShowDotnetAsync(repository.Root, ["test", .. options], null, cancellationToken);

    internal static async Task<int> UpdateSnapshotsAsync(Repository repository, string[] options, CancellationToken cancellationToken)
    {
        BuildCommand.RefuseOptions("update-snapshots", options);
        var exitCode = await Shell.ShowDotnetAsync(
            repository.Root,
            ["test", "tests/SuperTokens.Templates.Tests", "--filter", "FullyQualifiedName~Snapshot"],
            new Dictionary<string, string> { ["UPDATE_SNAPSHOTS"] = "1" },
            cancellationToken).ConfigureAwait(false);
        if (exitCode != 0)
        {
            throw new BuildException("The snapshots could not be updated; the output above says why.");
        }

        Console.WriteLine("The snapshots now hold what the templates generate. Look at the difference before you commit it: git diff -- tests/SuperTokens.Templates.Tests/Snapshots");
        return 0;
    }
}
