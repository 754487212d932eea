using System.Diagnostics;

namespace SuperTokens.Build.Bench;

/// <summary>A server that is loaded, in a process of its own, listening on loopback.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(90);

    private readonly Process _process;

    private BenchServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Client = new HttpClient { BaseAddress = address };
    }

    internal Uri Address { get; }

    internal HttpClient Client { get; }

    /// <summary>User and system time so far, in ms (/proc/&lt;pid&gt;/stat).</summary>
    internal double Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    /// <summary>Starts a .NET app.</summary>
    internal static Task<BenchServer> DotnetAsync(
        string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var port = Scratch.FreePort();
        var environment = new Dictionary<string, string>(settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
            ["Logging__LogLevel__Default"] = "Warning",
        };
        return StartAsync(Shell.StartInfo(folder, arguments, environment), port, cancellationToken);
    }

    /// <summary>Starts a Node.js app, whose first argument is its port.</summary>
    internal static Task<BenchServer> NodeAsync(string folder, string script, string argument, CancellationToken cancellationToken)
    {
        var port = Scratch.FreePort();
        var start = new ProcessStartInfo("node", [script, $"{port}", argument]) { WorkingDirectory = folder };
        start.Environment["NODE_ENV"] = "production";
        return StartAsync(start, port, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync().ConfigureAwait(false);
        }

        _process.Dispose();
    }

    private static async Task<BenchServer> StartAsync(ProcessStartInfo start, int port, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var lines = new List<string>();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Add(lines, line.Data);
        process.ErrorDataReceived += (_, line) => Add(lines, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new BenchServer(process, new Uri($"http://127.0.0.1:{port}"));
        try
        {
            var watch = Stopwatch.StartNew();
            while (!await server.AnswersAsync(cancellationToken).ConfigureAwait(false))
            {
                if (process.HasExited || watch.Elapsed > StartTimeout)
                {
                    throw new BuildException($"{string.Join(' ', start.ArgumentList)} did not answer /hello:\n\n{string.Join('\n', lines)}");
                }

                await Task.Delay(PollEvery, cancellationToken).ConfigureAwait(false);
            }

            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static void Add(List<string> lines, string? line)
    {
        lock (lines)
        {
            // The first lines say what is wrong; a server under load could print without end.
            if (line is not null && lines.Count < 200)
            {
                lines.Add(line);
            }
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("hello", UriKind.Relative), cancellationToken).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
