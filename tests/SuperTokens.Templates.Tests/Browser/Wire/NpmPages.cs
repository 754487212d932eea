using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace SuperTokens.Templates.Tests.Browser.Wire;

/// <summary>
/// The scripts of the pages, built from SuperTokens' npm packages at the versions of <c>Page/package-lock.json</c>. They are fetched when a test
/// needs them for the first time, and kept below <c>artifacts/</c>.
/// </summary>
internal static class NpmPages
{
    private const string RequireVariable = "SUPERTOKENS_REQUIRE_NPM";

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    private static readonly Lazy<string?> s_failure = new(Build);

    /// <summary>Why there are no scripts; null where there are. The first call fetches and builds them.</summary>
    internal static string? Failure => s_failure.Value;

    /// <summary>Whether tests must run, so that a failure fails them instead of leaving them out.</summary>
    internal static bool IsRequired { get; } = Environment.GetEnvironmentVariable(RequireVariable) == "1";

    /// <summary>What a skipped test says.</summary>
    internal static string Reason => $"{string.Join(" | ", (Failure ?? "").Split('\n').Take(4))} With {RequireVariable}=1 that is a failure.";

    /// <summary>The folder with the scripts.</summary>
    internal static string Scripts => Path.Combine(Folder, "dist");

    /// <summary>The page that the scripts are on.</summary>
    internal static string Html => Path.Combine(Folder, "page.html");

    private static string Source => Path.Combine(TestPaths.Root, "tests", "SuperTokens.Templates.Tests", "Browser", "Wire", "Page");

    /// <summary>Another folder for other sources, so that one that is complete stays right.</summary>
    private static string Folder { get; } = Path.Combine(TestPaths.Root, "artifacts", "wire-pages", Hash());

    private static string? Build()
    {
        if (Directory.Exists(Scripts))
        {
            return null;
        }

        Directory.CreateDirectory(Folder);
        foreach (var file in Directory.EnumerateFiles(Source))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
        }

        // Scripts of packages are not run: none of these needs one.
        if ((Npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=30000") ?? Npm("run", "build")) is { } failure)
        {
            return failure;
        }

        // Only what is complete gets the name.
        Directory.Move(Path.Combine(Folder, "building"), Scripts);
        return null;
    }

    /// <summary>Runs npm.</summary>
    /// <returns>Why it failed, or null.</returns>
    private static string? Npm(params string[] arguments)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var npm = Process.Start(start)!;
            var (output, errors) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
            if (!npm.WaitForExit(s_limit))
            {
                npm.Kill(entireProcessTree: true);
                return $"npm {arguments[0]} took more than {s_limit.TotalMinutes} minutes.";
            }

            return npm.ExitCode == 0 ? null : $"npm {arguments[0]} failed: {errors.Result}{output.Result}";
        }
        catch (Win32Exception)
        {
            return "npm, which fetches SuperTokens' frontend packages, is not installed.";
        }
    }

    private static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(Source).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
