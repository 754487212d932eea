using System.Diagnostics;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>
/// A compiler that stays for many projects: one that is started anew for each takes most of its time to get going. The SDK would start one
/// as well, but it would outlive the tests, and people turn that off; this one ends with its owner.
/// </summary>
internal sealed class CompilerServer : IDisposable
{
    private readonly Process? _process;
    private readonly string _id = $"supertokens-{Guid.NewGuid():n}";

    internal CompilerServer()
    {
        var server = Path.Combine(TestPaths.Metadata("TemplateEngineDir"), "Roslyn", "bincore", "VBCSCompiler.dll");
        _process = File.Exists(server)
            ? Process.Start(new ProcessStartInfo("dotnet", [server, $"-pipename:{_id}"]) { RedirectStandardOutput = true, RedirectStandardError = true })
            : null;
    }

    /// <summary>What <c>dotnet build</c> is given to use it.</summary>
    internal IEnumerable<string> Options => _process is null ? [] : ["-p:UseSharedCompilation=true", $"-p:SharedCompilationId={_id}"];

    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
    }
}
