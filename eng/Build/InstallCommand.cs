namespace SuperTokens.Build;

/// <summary><c>install</c>: the templates for the developer's own <c>dotnet new</c>.</summary>
internal static class InstallCommand
{
    /// <summary>What <c>dotnet new uninstall</c> ends with when there was nothing to uninstall.</summary>
    private const int NotInstalled = 103;

    internal static async Task<int> RunAsync(Repository repository, string[] options, CancellationToken cancellationToken)
    {
        BuildCommand.RefuseOptions("install", options);
        var version = PackCommand.UniqueVersion("local");
        var pack = await PackCommand.PackWithStepAsync(repository, version, cancellationToken).ConfigureAwait(false);
        var replaced = await BuildStep.RunAsync("Remove an older one from 'dotnet new'", () => UninstallAsync(repository, cancellationToken)).ConfigureAwait(false);
        await BuildStep.RunAsync("Install the templates", () => InstallAsync(repository, pack, [], cancellationToken)).ConfigureAwait(false);
        Console.WriteLine($"""

              {Repository.PackId} {version} is installed{(replaced ? ", in place of the one that was there" : string.Empty)}.

              dotnet new supertokens-webapi --appName "Acme" -o Acme
              dotnet run --project Acme

              dotnet new supertokens-webapi --help shows the options, dotnet new uninstall {Repository.PackId} removes the templates.
            """);
        return 0;
    }

    internal static async Task InstallAsync(Repository repository, string pack, IEnumerable<string> hiveOptions, CancellationToken cancellationToken)
    {
        // Invalid templates are reported, but with exit code 0.
        var output = await Shell.RequireDotnetAsync(repository.Root, ["new", "install", pack, .. hiveOptions], cancellationToken).ConfigureAwait(false);
        if (!output.Contains("supertokens-webapi", StringComparison.Ordinal))
        {
            throw new BuildException($"'dotnet new install' did not take the templates:\n\n{output}");
        }
    }

    // Installing a package file beside an older one leaves both behind, so the older one has to go first.
    private static async Task<bool> UninstallAsync(Repository repository, CancellationToken cancellationToken)
    {
        var result = await Shell.DotnetAsync(repository.Root, ["new", "uninstall", Repository.PackId], null, cancellationToken).ConfigureAwait(false);
        return result.ExitCode is 0 or NotInstalled
            ? result.ExitCode == 0
            : throw new BuildException($"'dotnet new uninstall {Repository.PackId}' ended with exit code {result.ExitCode}:\n\n{result.Output}");
    }
}
