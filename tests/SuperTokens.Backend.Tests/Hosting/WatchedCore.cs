using System.Collections.Concurrent;

namespace SuperTokens.Backend.Hosting;

/// <summary>Stands before a core: keeps which paths were asked for, and can leave every question unanswered until its asker gives up.</summary>
internal sealed class WatchedCore
{
    private readonly ConcurrentQueue<string> _calls = new();
    private TaskCompletionSource? _reached;

    public IReadOnlyList<string> Calls => [.. _calls];

    public int GivenUp { get; private set; }

    public void Clear() => _calls.Clear();

    /// <summary>Leaves questions unanswered from now on.</summary>
    /// <returns>Completes when the first is asked.</returns>
    public Task Hang()
    {
        GivenUp = 0;
        _reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _reached.Task;
    }

    public void Release() => _reached = null;

    public DelegatingHandler CreateHandler() => new Handler(this);

    private sealed class Handler(WatchedCore core) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            core._calls.Enqueue(request.RequestUri!.AbsolutePath);
            if (core._reached is { } reached)
            {
                reached.TrySetResult();
                try
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }
                catch (OperationCanceledException)
                {
                    core.GivenUp++;
                    throw;
                }
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
