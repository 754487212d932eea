using System.Collections.Concurrent;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Crypto;

/// <summary>
/// The signing keys of every app. The static key never changes. A dynamic key signs for
/// <see cref="CoreConfig.AccessTokenDynamicSigningKeyUpdateInterval"/>, and stays published until the last token it signed has expired.
/// </summary>
internal sealed class SigningKeys(CoreDatabase database, TimeProvider time, Func<byte[]> newPrivateKey)
{
    // A new dynamic key is published a minute before it signs, so that nobody meets it unprepared. Source: the core.
    private const long LongestOverlapMs = 60_000;

    private readonly ConcurrentDictionary<string, IReadOnlyList<SigningKey>> _cache = new(StringComparer.Ordinal);
    private readonly Lock _turn = new();

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public SigningKey Static(string appId, CoreConfig config) => All(appId, config).Single(key => key.IsStatic);

    /// <summary>The dynamic key that signs now.</summary>
    public SigningKey Dynamic(string appId, CoreConfig config)
    {
        var keys = Dynamics(appId, config);
        return keys.Count > 1 && keys[0].CreatedAt + OverlapMs(config) > Now && Now < keys[1].CreatedAt + UpdateIntervalMs(config) ? keys[1] : keys[0];
    }

    /// <summary>All keys whose tokens may still be valid: the dynamic ones, newest first, then the static one.</summary>
    public IReadOnlyList<SigningKey> Published(string appId, CoreConfig config) => [.. Dynamics(appId, config), Static(appId, config)];

    /// <summary>The published key of this id, or null. An unknown id is looked up once more: another process on the same file may have made it.</summary>
    public SigningKey? Find(string appId, string keyId, CoreConfig config)
    {
        if (Published(appId, config).FirstOrDefault(key => key.KeyId == keyId) is { } known)
        {
            return known;
        }

        if (!database.Read(db => KeyStore.List(db, appId)).Exists(key => key.KeyId == keyId))
        {
            return null;
        }

        Forget(appId);
        return Published(appId, config).FirstOrDefault(key => key.KeyId == keyId);
    }

    /// <summary>How long the published keys may be kept, in seconds.</summary>
    public long CacheSeconds(string appId, CoreConfig config) =>
        Math.Max((Dynamics(appId, config)[0].CreatedAt + UpdateIntervalMs(config) - OverlapMs(config) - Now) / 1000, 1);

    /// <summary>Forgets the keys of an app that was removed.</summary>
    public void Forget(string appId) => _cache.TryRemove(appId, out _);

    private static long UpdateIntervalMs(CoreConfig config) => (long)(config.AccessTokenDynamicSigningKeyUpdateInterval * 3_600_000);

    // A fifth of short intervals, which only tests have: else every request would be due a new key. Source: the core.
    private static long OverlapMs(CoreConfig config) => Math.Min(LongestOverlapMs, UpdateIntervalMs(config) / 5);

    private static long LifetimeMs(CoreConfig config) => UpdateIntervalMs(config) + (config.AccessTokenValidity * 1000);

    private List<SigningKey> Dynamics(string appId, CoreConfig config) =>
        [.. All(appId, config).Where(key => !key.IsStatic && key.CreatedAt + LifetimeMs(config) >= Now)];

    private IReadOnlyList<SigningKey> All(string appId, CoreConfig config)
    {
        if (_cache.TryGetValue(appId, out var keys) && !IsRotationDue(keys.FirstOrDefault(key => !key.IsStatic)?.CreatedAt, config))
        {
            return keys;
        }

        lock (_turn)
        {
            keys = [.. LoadOrCreate(appId, config).Select(key => new SigningKey(key))];
            _cache[appId] = keys;
            return keys;
        }
    }

    private List<StoredKey> LoadOrCreate(string appId, CoreConfig config)
    {
        var stored = database.Read(db => KeyStore.List(db, appId));
        var needsStatic = !stored.Exists(key => key.IsStatic);
        var needsDynamic = IsRotationDue(stored.Find(key => !key.IsStatic)?.CreatedAt, config);
        if (!needsStatic && !needsDynamic)
        {
            return stored;
        }

        // Made outside the transaction: finding primes takes longer than everything else here.
        var staticKey = needsStatic ? SigningKey.New(isStatic: true, newPrivateKey(), Now) : null;
        var dynamicKey = needsDynamic ? SigningKey.New(isStatic: false, newPrivateKey(), Now) : null;
        return database.Write(db =>
        {
            var current = KeyStore.List(db, appId);
            if (staticKey is not null && !current.Exists(key => key.IsStatic))
            {
                KeyStore.Add(db, appId, staticKey);
            }

            if (dynamicKey is not null && IsRotationDue(current.Find(key => !key.IsStatic)?.CreatedAt, config))
            {
                KeyStore.RemoveDynamicBefore(db, appId, Now - LifetimeMs(config));
                KeyStore.Add(db, appId, dynamicKey);
            }

            return KeyStore.List(db, appId);
        });
    }

    private bool IsRotationDue(long? newestCreatedAt, CoreConfig config) =>
        newestCreatedAt is null || newestCreatedAt + UpdateIntervalMs(config) - OverlapMs(config) < Now;
}
