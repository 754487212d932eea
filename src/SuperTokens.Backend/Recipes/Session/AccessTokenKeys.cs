using System.Collections.Frozen;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.Jwt;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>
/// The core's public keys, kept in memory. They are fetched when first needed, when an unknown key id comes (with a
/// cool-down), and in the background once they are old: while the core is down, the keys at hand go on working for a day.
/// </summary>
internal sealed class AccessTokenKeys(IJwtRecipe jwt, SessionSettings settings, TimeProvider time)
{
    // supertokens-node: unknown key ids cause at most one fetch in this time.
    private static readonly TimeSpan CoolDown = TimeSpan.FromMilliseconds(500);

    // How long old keys outlive the refresh interval while the core cannot be reached.
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private volatile KeySet? _current;
    private Task<KeySet>? _fetch;
    private DateTimeOffset _lastFetch = DateTimeOffset.MinValue;

    /// <summary>Finds the key a token names.</summary>
    /// <param name="keyId">The key's id.</param>
    /// <param name="cancellationToken">Stops waiting; a fetch under way goes on for the others.</param>
    /// <returns>The key, or null when the core has none with this id.</returns>
    /// <exception cref="CoreException">The core was needed and failed.</exception>
    public async ValueTask<SigningKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var known = await UsableAsync(cancellationToken);
        return known.ById.GetValueOrDefault(keyId) ?? (await NewerThanAsync(known, cancellationToken)).ById.GetValueOrDefault(keyId);
    }

    /// <summary>Whether any key signed a token that names none (version 2).</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Stops waiting; a fetch under way goes on for the others.</param>
    /// <returns>True when one did.</returns>
    /// <exception cref="CoreException">The core was needed and failed.</exception>
    public async ValueTask<bool> AnyHasSignedAsync(string token, CancellationToken cancellationToken)
    {
        var known = await UsableAsync(cancellationToken);
        return known.HasSigned(token) || (await NewerThanAsync(known, cancellationToken)).HasSigned(token);
    }

    private async ValueTask<KeySet> UsableAsync(CancellationToken cancellationToken)
    {
        if (_current is not { } current)
        {
            return await FetchAsync(always: true)!.WaitAsync(cancellationToken);
        }

        var age = time.GetUtcNow() - current.FetchedAt;
        if (age <= settings.Options.JwksRefreshInterval)
        {
            return current;
        }

        var fetch = FetchAsync(always: false);
        if (age <= settings.Options.JwksRefreshInterval + Grace)
        {
            return current;
        }

        return await (fetch ?? FetchAsync(always: true)!).WaitAsync(cancellationToken);
    }

    private async ValueTask<KeySet> NewerThanAsync(KeySet known, CancellationToken cancellationToken)
        => FetchAsync(always: false) is { } fetch ? await fetch.WaitAsync(cancellationToken) : _current ?? known;

    // One fetch serves all who wait. None is started within the cool-down, unless there is nothing else to go by.
    private Task<KeySet>? FetchAsync(bool always)
    {
        lock (_lock)
        {
            if (_fetch is { IsCompleted: false })
            {
                return _fetch;
            }

            var now = time.GetUtcNow();
            if (now - _lastFetch < CoolDown)
            {
                // A failure is repeated to those who ask too soon: they must not take it for "no such key".
                return _fetch is { IsFaulted: true } || always ? _fetch : null;
            }

            _lastFetch = now;
            _fetch = Task.Run(LoadAsync);

            // Nobody may be waiting for a refresh in the background.
            _ = _fetch.ContinueWith(static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return _fetch;
        }
    }

    private async Task<KeySet> LoadAsync()
    {
        var fetchedAt = time.GetUtcNow();
        var answer = await jwt.GetJwksAsync(CancellationToken.None);
        var keys = answer.Keys.Select(SigningKey.Create).OfType<SigningKey>().DistinctBy(key => key.Id);
        return _current = new KeySet(keys.ToFrozenDictionary(key => key.Id, StringComparer.Ordinal), fetchedAt);
    }

    private sealed record KeySet(FrozenDictionary<string, SigningKey> ById, DateTimeOffset FetchedAt)
    {
        public bool HasSigned(string token) => ById.Values.Any(key => key.HasSigned(token));
    }
}
