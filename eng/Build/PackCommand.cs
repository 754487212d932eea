using System.Globalization;

namespace SuperTokens.Build;

/// <summary><c>pack</c>: the three packages, at one version.</summary>
public static class PackCommand
{
    /// <summary>A version that was never built before; NuGet caches by version.</summary>
    /// <param name="label">What kind of build it is, in letters, for example <c>local</c>.</param>
    /// <returns>For example <c>0.1.0-local.20261123094512345</c>.</returns>
    public static string UniqueVersion(string label)
        => $"0.1.0-{label}.{TimeProvider.System.GetUtcNow().ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}";

    /// <summary>Packs the libraries and the templates.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="version">The version of all three packages.</param>
    /// <param name="output">The folder to leave the packages in; packages already there are removed.</param>
    /// <param name="workFolder">A folder for what is built on the way.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <returns>The path of the template pack.</returns>
    /// <exception cref="BuildException">The build failed.</exception>
    public static async Task<string> PackAsync(Repository repository, string version, string output, string workFolder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(repository);
        Directory.CreateDirectory(output);
        foreach (var old in Directory.EnumerateFiles(output, "SuperTokens.*nupkg"))
        {
            File.Delete(old);
        }

        var work = Path.GetFullPath(workFolder) + Path.DirectorySeparatorChar;
        await Shell.RequireDotnetAsync(
            repository.Root,
            ["pack", repository.PackProject, "-c", "Release", "-o", output, "-nologo", $"-p:Version={version}", $"-p:PackWorkDir={work}"],
            null,
            cancellationToken).ConfigureAwait(false);
        foreach (var library in Directory.EnumerateFiles(Path.Combine(work, "feed")))
        {
            File.Copy(library, Path.Combine(output, Path.GetFileName(library)));
        }

        return Path.Combine(output, $"{Repository.PackId}.{version}.nupkg");
    }

    internal static async Task<int> RunAsync(Repository repository, string[] options, CancellationToken cancellationToken)
    {
        var version = options switch
        {
            [] => UniqueVersion("local"),
            ["--version", var given] => given,
            ["--version"] => throw new BuildException("--version needs a version, such as --version 0.1.0", exitCode: 2),
            [var first, ..] => throw new BuildException($"'pack' has no option '{first}'. See: dotnet eng/build.cs help", exitCode: 2),
        };
        await PackWithStepAsync(repository, version, cancellationToken).ConfigureAwait(false);
        foreach (var package in Directory.EnumerateFiles(repository.Packages, "*.nupkg").Order(StringComparer.Ordinal))
        {
            Console.WriteLine($"  {Path.GetRelativePath(repository.Root, package)}");
        }

        return 0;
    }

    internal static Task<string> PackWithStepAsync(Repository repository, string version, CancellationToken cancellationToken)
        => BuildStep.RunAsync(
            "Pack the two libraries and the templates",
            () => PackAsync(repository, version, repository.Packages, Path.Combine(repository.Root, "obj", "pack"), cancellationToken));
}
