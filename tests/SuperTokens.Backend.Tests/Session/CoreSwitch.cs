using System.Collections.Concurrent;
using System.Text;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Stands before the core: counts calls, and cuts the line when a test wants the core to be down.</summary>
internal sealed class CoreSwitch
{
    private readonly ConcurrentQueue<string> _calls = new();

    public bool IsDown { get; set; }

    /// <summary>A path that alone is down. Default: none.</summary>
    public string? BrokenPath { get; set; }

    /// <summary>What the broken path answers. Default: nothing, the connection breaks.</summary>
    public string? BrokenAnswer { get; set; }

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
            if (core.BrokenAnswer is { } answer && request.RequestUri.AbsolutePath == core.BrokenPath)
            {
                return new HttpResponseMessage { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
            }

            return core.IsDown || request.RequestUri.AbsolutePath == core.BrokenPath ? throw new HttpRequestException(HttpRequestError.ConnectionError, "The core is down.") : await base.SendAsync(request, cancellationToken);
        }
    }
}
