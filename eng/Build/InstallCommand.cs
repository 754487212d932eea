namespace SuperTokens.Build;

/// <summary><c>install</c>: the templates for the developer's own <c>dotnet new</c>.</summary>
public static class InstallCommand
{
    /// <summary>What <c>dotnet new uninstall</c> ends with when there was nothing to uninstall.</summary>
    private const int NotInstalled = 103;

    /// <summary>Installs a pack in place of any version that is installed.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pack">The path of the pack.</param>
    /// <param name="hiveOptions">Which template list it is about, such as <c>--debug:custom-hive folder</c>. Empty: the developer's own.</param>
    /// <param name="cancellationToken">Stops the installation.</param>
    /// <returns>Whether there was one to replace.</returns>
    /// <exception cref="BuildException"><c>dotnet new</c> did not take the pack.</exception>
    public static async Task<bool> ReplaceAsync(Repository repository, string pack, IReadOnlyCollection<string> hiveOptions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(repository);
        var replaced = await UninstallAsync(repository, hiveOptions, cancellationToken).ConfigureAwait(false);
        await InstallAsync(repository, pack, hiveOptions, cancellationToken).ConfigureAwait(false);
        return replaced;
    }

    internal static async Task<int> RunAsync(Repository repository, string[] options, CancellationToken cancellationToken)
    {
        BuildCommand.RefuseOptions("install", options);
        var version = PackCommand.UniqueVersion("local");
        var pack = await PackCommand.PackWithStepAsync(repository, version, cancellationToken).ConfigureAwait(false);
        var replaced = await BuildStep.RunAsync("Install the templates", () => ReplaceAsync(repository, pack, [], cancellationToken)).ConfigureAwait(false);
        Console.WriteLine($"""

              {Repository.PackId} {version} is installed{(replaced ? ", in place of the one that was there" : string.Empty)}.

              dotnet new supertokens-webapi --appName "Acme" -o Acme
              dotnet run --project Acme

              The others: {string.Join(", ", repository.Templates.Where(template => template != "supertokens-webapi"))}.
              dotnet new supertokens-webapi --help shows the options, dotnet new uninstall {Repository.PackId} removes the templates.
            """);
        return 0;
    }

    internal static async Task InstallAsync(Repository repository, string pack, IEnumerable<string> hiveOptions, CancellationToken cancellationToken)
    {
        // Invalid templates are reported, but with exit code 0.
        var output = await Shell.RequireDotnetAsync(repository.Root, ["new", "install", pack, .. hiveOptions], null, cancellationToken).ConfigureAwait(false);
        if (repository.Templates.Any(template => !output.Contains(template, StringComparison.Ordinal)))
        {
            throw new BuildException($"'dotnet new install' did not take the templates:\n\n{output}");
        }
    }

    // Installing a package file beside an older one leaves both behind, so the older one has to go first.
    private static async Task<bool> UninstallAsync(Repository repository, IEnumerable<string> hiveOptions, CancellationToken cancellationToken)
    {
        var result = await Shell.DotnetAsync(repository.Root, ["new", "uninstall", Repository.PackId, .. hiveOptions], null, cancellationToken).ConfigureAwait(false);
        return result.ExitCode is 0 or NotInstalled
            ? result.ExitCode == 0
            : throw new BuildException($"'dotnet new uninstall {Repository.PackId}' ended with exit code {result.ExitCode}:\n\n{result.Output}");
    }
}
