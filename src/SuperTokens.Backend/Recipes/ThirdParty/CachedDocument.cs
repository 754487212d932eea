namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>
/// A document of a provider, kept in memory. It is fetched again when it is old, and at most once in a while when something newer is
/// asked for. While the provider is down, an old one serves on for a day.
/// </summary>
internal sealed class CachedDocument<T>(Func<CancellationToken, Task<T>> load, TimeProvider time)
    where T : class
{
    /// <summary>How long after one fetch no other is begun: strangers can make up key ids.</summary>
    public static readonly TimeSpan CoolDown = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private volatile Fetched? _current;
    private Task<Fetched>? _fetch;
    private DateTimeOffset _lastFetch = DateTimeOffset.MinValue;

    /// <summary>The document, fetched when there is none or it is old.</summary>
    /// <param name="cancellationToken">Stops waiting; a fetch under way goes on for the others.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ThirdPartyProviderException">It is needed and cannot be fetched.</exception>
    public async Task<T> GetAsync(CancellationToken cancellationToken)
    {
        var current = _current;
        if (current is not null && time.GetUtcNow() - current.At <= Lifetime)
        {
            return current.Document;
        }

        try
        {
            return (await FetchAsync().WaitAsync(cancellationToken)).Document;
        }
        catch (ThirdPartyProviderException) when (current is not null && time.GetUtcNow() - current.At <= Lifetime + Grace)
        {
            return current.Document;
        }
    }

    /// <summary>A newer document than one at hand, unless the last fetch is too recent.</summary>
    /// <param name="known">The document at hand.</param>
    /// <param name="cancellationToken">Stops waiting; a fetch under way goes on for the others.</param>
    /// <returns>The document, the same where there is no newer one.</returns>
    /// <exception cref="ThirdPartyProviderException">It cannot be fetched.</exception>
    public async Task<T> GetNewerAsync(T known, CancellationToken cancellationToken)
    {
        if (_current is { } current && !ReferenceEquals(current.Document, known))
        {
            return current.Document;
        }

        return (await FetchAsync().WaitAsync(cancellationToken)).Document;
    }

    // One fetch serves all who wait, and all who come within the cool-down, a failure included.
    private Task<Fetched> FetchAsync()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_fetch is not null && (!_fetch.IsCompleted || now - _lastFetch < CoolDown))
            {
                return _fetch;
            }

            _lastFetch = now;
            _fetch = Task.Run(() => LoadAsync(now));

            // Those who waited may all have gone away.
            _ = _fetch.ContinueWith(static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return _fetch;
        }
    }

    private async Task<Fetched> LoadAsync(DateTimeOffset at) => _current = new Fetched(await load(CancellationToken.None), at);

    private sealed record Fetched(T Document, DateTimeOffset At);
}
