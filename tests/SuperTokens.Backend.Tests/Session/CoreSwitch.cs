using System.Collections.Concurrent;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Stands before the core: counts calls, and cuts the line when a test wants the core to be down.</summary>
internal sealed class CoreSwitch
{
    private readonly ConcurrentQueue<string> _calls = new();

    public bool IsDown { get; set; }

    /// <summary>A path that alone is down. Default: none.</summary>
    public string? BrokenPath { get; set; }

    /// <summary>Method and path of the calls so far, those to <c>/apiversion</c> left out.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    /// <summary>Waits for calls before they reach the core. Default: not at all.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public int Count(string methodAndPath) => Calls.Count(call => call == methodAndPath);

    public DelegatingHandler CreateHandler() => new Handler(this);

    private sealed class Handler(CoreSwitch core) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath != "/apiversion")
            {
                core._calls.Enqueue($"{request.Method} {request.RequestUri.AbsolutePath}");
            }

            await core.Gate.WaitAsync(cancellationToken);
            return core.IsDown || request.RequestUri.AbsolutePath == core.BrokenPath ? throw new HttpRequestException(HttpRequestError.ConnectionError, "The core is down.") : await base.SendAsync(request, cancellationToken);
        }
    }
}
