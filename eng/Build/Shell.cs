using System.Diagnostics;
using System.Text;

namespace SuperTokens.Build;

/// <summary>Runs other programs.</summary>
public static class Shell
{
    private const int ShownLines = 40;

    /// <summary>Runs <c>dotnet</c> without showing what it prints.</summary>
    /// <param name="workingDirectory">The folder to run it in.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Environment variables to set. Default: none.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <returns>The exit code and everything it printed.</returns>
    public static async Task<ShellResult> DotnetAsync(
        string workingDirectory,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment,
        CancellationToken cancellationToken)
    {
        var output = new StringBuilder();
        using var process = new Process { StartInfo = StartInfo(workingDirectory, arguments, environment) };
        process.StartInfo.RedirectStandardOutput = true;
        process.StartInfo.RedirectStandardError = true;
        process.OutputDataReceived += (_, line) => Add(output, line.Data);
        process.ErrorDataReceived += (_, line) => Add(output, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitAsync(process, cancellationToken).ConfigureAwait(false);
        return new ShellResult(process.ExitCode, output.ToString());
    }

    /// <summary>Runs <c>dotnet</c> without showing what it prints, unless it fails.</summary>
    /// <param name="workingDirectory">The folder to run it in.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Environment variables to set. Default: none.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <returns>Everything it printed.</returns>
    /// <exception cref="BuildException">It ended with another exit code than 0; the message holds the end of what it printed.</exception>
    public static async Task<string> RequireDotnetAsync(
        string workingDirectory,
        IReadOnlyCollection<string> arguments,
        IReadOnlyDictionary<string, string>? environment,
        CancellationToken cancellationToken)
    {
        var result = await DotnetAsync(workingDirectory, arguments, environment, cancellationToken).ConfigureAwait(false);
        if (result.ExitCode == 0)
        {
            return result.Output;
        }

        var lines = result.Output.TrimEnd().Split('\n');
        throw new BuildException($"""

            dotnet {string.Join(' ', arguments)}
            ended with exit code {result.ExitCode}:

            {string.Join('\n', lines.TakeLast(ShownLines))}
            """);
    }

    /// <summary>Runs <c>dotnet</c> as if typed: it shares this console.</summary>
    /// <param name="workingDirectory">The folder to run it in.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Environment variables to set. Default: none.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> ShowDotnetAsync(
        string workingDirectory,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment,
        CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo(workingDirectory, arguments, environment) };
        process.Start();
        await WaitAsync(process, cancellationToken).ConfigureAwait(false);
        return process.ExitCode;
    }

    /// <summary>
    /// Environment variables that let packages restored before be read where they are, while new ones go to another folder: versions
    /// that are built once and thrown away must not pile up among the developer's packages.
    /// </summary>
    /// <param name="folder">Where new packages go.</param>
    /// <returns>The variables.</returns>
    public static IReadOnlyDictionary<string, string> PackagesIn(string folder)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = folder,
            ["NUGET_FALLBACK_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(home, ".nuget", "packages"),
        };
    }

    internal static ProcessStartInfo StartInfo(string workingDirectory, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = workingDirectory, UseShellExecute = false };
        start.Environment["DOTNET_NOLOGO"] = "1";
        // A build node that stays behind would keep this program's output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task WaitAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static void Add(StringBuilder output, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
