using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.Jwt;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>
/// The core's public keys, kept in memory. They are fetched when first needed, when an unknown key id comes (with a
/// cool-down), and once they are old. While that fails, the keys at hand go on working for a bounded time.
/// </summary>
internal sealed class AccessTokenKeys(IJwtRecipe jwt, SessionSettings settings, TimeProvider time, ILogger<AccessTokenKeys> logger)
{
    // supertokens-node: unknown key ids cause at most one fetch in this time.
    private static readonly TimeSpan CoolDown = TimeSpan.FromMilliseconds(500);

    // While the core fails, and the keys at hand will do, it is asked this often.
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(10);

    // How long a failure makes further ones likely, so that nobody is kept waiting for them.
    private static readonly TimeSpan FailureMemory = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly TimeSpan _fresh = settings.Options.JwksRefreshInterval;
    private readonly TimeSpan _usable = settings.Options.JwksRefreshInterval + settings.Options.JwksStaleTolerance;
    private volatile KeySet? _current;
    private volatile Failure? _lastFailure;
    private Task<KeySet>? _fetch;
    private DateTimeOffset _lastFetch;

    /// <summary>Finds the key a token names.</summary>
    /// <param name="keyId">The key's id.</param>
    /// <param name="cancellationToken">Stops waiting; a fetch under way goes on for the others.</param>
    /// <returns>The key, or null when the core has none with this id.</returns>
    /// <exception cref="CoreException">The core was needed and failed.</exception>
    public async ValueTask<SigningKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var known = await UsableAsync(cancellationToken);
        return known.ById.GetValueOrDefault(keyId) ?? (await FetchAsync(CoolDown).WaitAsync(cancellationToken)).ById.GetValueOrDefault(keyId);
    }

    /// <summary>Whether any key signed a token that names none (version 2).</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Stops waiting; a fetch under way goes on for the others.</param>
    /// <returns>True when one did.</returns>
    /// <exception cref="CoreException">The core was needed and failed.</exception>
    public async ValueTask<bool> AnyHasSignedAsync(string token, CancellationToken cancellationToken)
    {
        var known = await UsableAsync(cancellationToken);
        return known.HasSigned(token) || (await FetchAsync(CoolDown).WaitAsync(cancellationToken)).HasSigned(token);
    }

    private ValueTask<KeySet> UsableAsync(CancellationToken cancellationToken)
    {
        if (_current is not { } current)
        {
            return new(FetchAsync(CoolDown).WaitAsync(cancellationToken));
        }

        var age = time.GetUtcNow() - current.FetchedAt;
        return age <= _fresh ? new(current) : OldAsync(current, age, cancellationToken);
    }

    // Nobody waits for newer keys as long as old ones may be used and either were fresh not long ago or the core fails anyway.
    private async ValueTask<KeySet> OldAsync(KeySet current, TimeSpan age, CancellationToken cancellationToken)
    {
        var usable = age <= _usable;
        var failing = _lastFailure is { } failure && time.GetUtcNow() - failure.At < FailureMemory;
        var fetch = FetchAsync(usable && failing ? RetryInterval : CoolDown);
        if (usable && (failing || age <= 2 * _fresh))
        {
            return current;
        }

        try
        {
            return await fetch.WaitAsync(cancellationToken);
        }
        catch (CoreException) when (usable)
        {
            return current;
        }
    }

    // One fetch serves all who wait. Who comes too soon after it gets what it gave: its keys, or its failure, which must not be
    // taken for "no such key".
    private Task<KeySet> FetchAsync(TimeSpan notWithin)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_fetch is null || (_fetch.IsCompleted && now - _lastFetch >= notWithin))
            {
                _lastFetch = now;
                _fetch = Task.Run(LoadAsync);

                // Nobody may be waiting for a refresh in the background.
                _ = _fetch.ContinueWith(static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }

            return _fetch;
        }
    }

    private async Task<KeySet> LoadAsync()
    {
        var fetchedAt = time.GetUtcNow();
        try
        {
            var answer = await jwt.GetJwksAsync(CancellationToken.None);
            var keys = answer.Keys.Select(Known).OfType<SigningKey>().DistinctBy(key => key.Id).ToFrozenDictionary(key => key.Id, StringComparer.Ordinal);

            // A core has keys, always. Without any, each session would look as if it had to be refreshed.
            _current = keys.Count > 0 ? new KeySet(keys, fetchedAt) : throw new CoreException("The SuperTokens core published no signing key.");
            _lastFailure = null;
            return _current;
        }
        catch when (_current is { } current)
        {
            _lastFailure = new Failure(time.GetUtcNow());
            logger.OldSigningKeys(current.FetchedAt, current.FetchedAt + _usable);
            throw;
        }
    }

    // What hangs on a key, as the tokens it verified, stays when the same key is fetched again.
    private SigningKey? Known(JwtPublicKey key)
        => _current?.ById.GetValueOrDefault(key.KeyId) is { } known && known.Source == key ? known : SigningKey.Create(key);

    private sealed record KeySet(FrozenDictionary<string, SigningKey> ById, DateTimeOffset FetchedAt)
    {
        public bool HasSigned(string token) => ById.Values.Any(key => key.HasSigned(token));
    }

    private sealed record Failure(DateTimeOffset At);
}
