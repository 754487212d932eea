using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SuperTokens.Backend.Core;

/// <summary>A host on a real socket that answers each request with what a test scripted, down to a broken connection.</summary>
internal sealed class LoopbackHost : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Reply> _script;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly TaskCompletionSource _requested = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _running;

    private LoopbackHost(Func<string, Reply> script)
    {
        _script = script;
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _running = RunAsync();
    }

    public string Address { get; }

    /// <summary>Head and body of each request but those to <c>/apiversion</c>.</summary>
    public IReadOnlyList<string> Requests => [.. _requests.Where(request => !IsVersionRequest(request))];

    /// <summary>Ends when the first request but those to <c>/apiversion</c> has arrived.</summary>
    public Task Requested => _requested.Task;

    public int VersionRequests => _requests.Count(IsVersionRequest);

    public static LoopbackHost Start(Func<string, Reply> script) => new(script);

    /// <summary>A host that negotiates CDI 5.4 and gives these replies in order, the last one again and again.</summary>
    public static LoopbackHost Start(params Reply[] replies)
    {
        var next = 0;
        return new LoopbackHost(request => IsVersionRequest(request)
            ? Reply.Json("""{"versions":["5.4"]}""")
            : replies[Math.Min(Interlocked.Increment(ref next), replies.Length) - 1]);
    }

    /// <summary>An address at which nobody listens.</summary>
    public static string RefusingAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    public static bool IsVersionRequest(string request) => request.Contains("/apiversion?", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }

        // A listener that was stopped between two connections throws the last of them.
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task AnswerAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                var stream = connection.GetStream();
                while (await ReadAsync(stream) is { } request)
                {
                    _requests.Enqueue(request);
                    if (!IsVersionRequest(request))
                    {
                        _requested.TrySetResult();
                    }

                    var reply = _script(request);
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(reply.Text), _stop.Token);
                    if (reply.Then == Ending.Hang)
                    {
                        await Task.Delay(Timeout.Infinite, _stop.Token);
                    }

                    if (reply.Then == Ending.Reset)
                    {
                        connection.LingerState = new LingerOption(true, 0);
                    }

                    if (reply.Then != Ending.KeepAlive)
                    {
                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
            }
        }
    }

    private async Task<string?> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0)
            {
                return null;
            }

            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
            var request = text.ToString();
            var headEnd = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (headEnd >= 0 && request.Length >= headEnd + 4 + ContentLength(request))
            {
                return request;
            }
        }
    }

    private static int ContentLength(string request)
        => request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } line
            ? int.Parse(line.AsSpan(line.IndexOf(':', StringComparison.Ordinal) + 1), System.Globalization.CultureInfo.InvariantCulture)
            : 0;
}
