using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace SuperTokens.Build;

/// <summary>A generated app that runs in a process of its own.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private const string ListeningMark = "Now listening on: ";
    private const string StartedMark = "Application started.";
    private const int TerminateSignal = 15;

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Uri? _address;

    private AppProcess(Process process) => _process = process;

    /// <summary>Where it listens.</summary>
    public Uri Address => _listening.Task.Result;

    /// <summary>Everything it printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts a built app and waits until it listens.</summary>
    /// <param name="assembly">The app's dll.</param>
    /// <param name="contentRoot">The app's project folder.</param>
    /// <param name="environment">Its environment variables, for example <c>ASPNETCORE_URLS</c>.</param>
    /// <param name="show">Whether to show what it prints.</param>
    /// <param name="cancellationToken">Stops waiting, and the app.</param>
    /// <returns>The running app; dispose it to stop it.</returns>
    /// <exception cref="BuildException">It ended before it listened, or did not listen in time; the message holds what it printed.</exception>
    public static Task<AppProcess> StartAsync(
        string assembly,
        string contentRoot,
        IReadOnlyDictionary<string, string> environment,
        bool show,
        CancellationToken cancellationToken)
        => StartAsync([assembly], contentRoot, environment, show, cancellationToken);

    /// <summary>Starts an app with any arguments of <c>dotnet</c>, such as <c>run</c>, and waits until it listens.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="workingDirectory">The folder to run them in.</param>
    /// <param name="environment">The environment variables.</param>
    /// <param name="show">Whether to show what it prints.</param>
    /// <param name="cancellationToken">Stops waiting, and the app.</param>
    /// <returns>The running app; dispose it to stop it.</returns>
    /// <exception cref="BuildException">It ended before it listened, or did not listen in time; the message holds what it printed.</exception>
    public static Task<AppProcess> StartAsync(
        IReadOnlyCollection<string> arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environment,
        bool show,
        CancellationToken cancellationToken)
        => StartAsync(Shell.StartInfo(workingDirectory, arguments, environment), show, cancellationToken);

    /// <summary>Starts an app that is a program by itself, in its own folder, and waits until it listens.</summary>
    /// <param name="program">The program.</param>
    /// <param name="environment">The environment variables.</param>
    /// <param name="cancellationToken">Stops waiting, and the app.</param>
    /// <returns>The running app; dispose it to stop it.</returns>
    /// <exception cref="BuildException">It ended before it listened, or did not listen in time; the message holds what it printed.</exception>
    public static Task<AppProcess> StartProgramAsync(string program, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var start = Shell.StartInfo(Path.GetDirectoryName(program)!, [], environment);
        start.FileName = program;
        return StartAsync(start, show: false, cancellationToken);
    }

    /// <summary>Waits until the app ends by itself.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return _process.ExitCode;
    }

    /// <summary>Asks the app to stop, as a service manager does, and waits until it is gone; on Windows it is ended at once.</summary>
    /// <param name="grace">How long it may take to end by itself, before it is asked. Default: no time.</param>
    /// <returns>Its exit code: 0 after a clean stop.</returns>
    /// <exception cref="BuildException">It did not stop in time and was ended.</exception>
    public async Task<int> StopAsync(TimeSpan grace = default)
    {
        if (await HasExitedWithinAsync(grace).ConfigureAwait(false))
        {
            return _process.ExitCode;
        }

        if (OperatingSystem.IsWindows())
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync().ConfigureAwait(false);
            return 0;
        }

        _ = SendSignal(_process.Id, TerminateSignal);
        if (await HasExitedWithinAsync(StopTimeout).ConfigureAwait(false))
        {
            return _process.ExitCode;
        }

        _process.Kill(entireProcessTree: true);
        throw new BuildException($"The app did not stop within {StopTimeout.TotalSeconds:0} seconds and was ended.\n\n{Output}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync().ConfigureAwait(false);
        }

        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int processId, int signal);

    private static async Task<AppProcess> StartAsync(ProcessStartInfo start, bool show, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var app = new AppProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        app._process.OutputDataReceived += (_, line) => app.Read(line.Data, show ? Console.Out : null);
        app._process.ErrorDataReceived += (_, line) => app.Read(line.Data, show ? Console.Error : null);
        app._process.Start();
        app._process.BeginOutputReadLine();
        app._process.BeginErrorReadLine();
        try
        {
            await app.WaitUntilListeningAsync(cancellationToken).ConfigureAwait(false);
            return app;
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<bool> HasExitedWithinAsync(TimeSpan time)
    {
        using var timeout = new CancellationTokenSource(time);
        try
        {
            await _process.WaitForExitAsync(timeout.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return _process.HasExited;
        }
    }

    private async Task WaitUntilListeningAsync(CancellationToken cancellationToken)
    {
        var ended = _process.WaitForExitAsync(cancellationToken);
        var first = await Task.WhenAny(_listening.Task, ended, Task.Delay(StartTimeout, cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (first == ended)
        {
            throw new BuildException($"The app ended with exit code {_process.ExitCode} before it listened:\n\n{Output}");
        }

        if (first != _listening.Task)
        {
            throw new BuildException($"The app did not listen within {StartTimeout.TotalSeconds:0} seconds:\n\n{Output}");
        }
    }

    private void Read(string? line, TextWriter? show)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        show?.WriteLine(line);
        var mark = line.IndexOf(ListeningMark, StringComparison.Ordinal);
        if (mark >= 0 && Uri.TryCreate(line[(mark + ListeningMark.Length)..].Trim(), UriKind.Absolute, out var address))
        {
            _address = address;
        }

        if (_address is not null && line.Contains(StartedMark, StringComparison.Ordinal))
        {
            _listening.TrySetResult(_address);
        }
    }
}
