using System.Diagnostics;

namespace SuperTokens.Build.Bench;

/// <summary>The programs beside .NET that <c>bench</c> needs.</summary>
internal static class BenchTools
{
    private static readonly (string Program, string Install)[] Needed =
    [
        ("wrk", "apt-get install wrk"),
        ("node", "apt-get install nodejs, or from nodejs.org: version 20 or later"),
        ("npm", "apt-get install npm; it comes with node from nodejs.org"),
    ];

    /// <summary>Refuses to start where a program is missing.</summary>
    /// <exception cref="BuildException">It names what to install.</exception>
    internal static void Require()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new BuildException("'bench' reads what servers take from Linux: run it there.");
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var missing = Needed.Where(tool => !folders.Any(folder => File.Exists(Path.Combine(folder, tool.Program)))).ToList();
        if (missing.Count > 0)
        {
            throw new BuildException($"'bench' needs {string.Join(" and ", missing.Select(tool => $"{tool.Program} ({tool.Install})"))}.");
        }
    }

    /// <summary>Runs a program without showing what it prints.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder to run it in.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <returns>What it printed to standard output.</returns>
    /// <exception cref="BuildException">It failed; the message holds what it printed.</exception>
    internal static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode == 0
            ? await output.ConfigureAwait(false)
            : throw new BuildException($"{program} ended with exit code {process.ExitCode}:\n\n{await output.ConfigureAwait(false)}{await errors.ConfigureAwait(false)}");
    }
}
