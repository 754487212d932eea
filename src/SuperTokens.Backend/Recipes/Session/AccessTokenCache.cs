using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>
/// Access tokens whose signature was found right, so that it need not be computed again for each request. Found by the whole
/// token; a hit saves reading and the signature and decides nothing: expiry, key, anti-CSRF and database are asked each time
/// (docs/decisions/0005-cache-of-verified-tokens.md).
/// </summary>
internal sealed class AccessTokenCache(IOptions<SessionOptions> options)
{
    /// <summary>Longer tokens are verified each time, in characters.</summary>
    public const int LongestToken = 4096;

    /// <summary>What all tokens together may take, in bytes, as estimated from their length.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    // Read off the heap: the text in UTF-16, the payload in UTF-8 with its index, the claims, and what every entry has.
    private const int BytesForCharacter = 5;
    private const int BytesForToken = 1500;

    private readonly Lock _lock = new();
    private readonly int _mostOfGeneration = options.Value.AccessTokenCacheSize / 2;
    private volatile Generations _generations = new(new(), new());

    /// <summary>How many tokens there are.</summary>
    public int Count => _generations is var (young, old) ? young.Count + old.Count : 0;

    /// <summary>Finds a token.</summary>
    /// <param name="raw">The token.</param>
    /// <param name="token">The token read, with the key that signed it. It may have expired since, and the key may be gone.</param>
    /// <returns>Whether it was verified before.</returns>
    public bool TryGet(ReadOnlySpan<char> raw, [NotNullWhen(true)] out AccessToken? token)
    {
        var (young, old) = _generations;
        if (young.TryGet(raw, out token))
        {
            return true;
        }

        if (!old.TryGet(raw, out token))
        {
            return false;
        }

        // Used again: it stays when the old ones go.
        Add(token);
        return true;
    }

    /// <summary>Keeps a token just verified. When there is no room, those that nobody used for the longest time go.</summary>
    /// <param name="token">The token; its <see cref="AccessToken.VerifiedBy"/> is set.</param>
    public void Add(AccessToken token)
    {
        if (_mostOfGeneration == 0 || token.Raw.Length > LongestToken)
        {
            return;
        }

        lock (_lock)
        {
            var young = _generations.Young;
            if (young.Count >= _mostOfGeneration || young.Bytes + BytesOf(token) > MostBytes / 2)
            {
                _generations = new(young = new(), _generations.Young);
            }

            young.Add(token);
        }
    }

    /// <summary>Forgets a token, as one that has expired.</summary>
    /// <param name="token">The token.</param>
    public void Remove(AccessToken token)
    {
        lock (_lock)
        {
            _generations.Young.Remove(token);
            _generations.Old.Remove(token);
        }
    }

    private static long BytesOf(AccessToken token) => BytesForToken + ((long)token.Raw.Length * BytesForCharacter);

    private sealed record Generations(Generation Young, Generation Old);

    // Read without a lock, written under the cache's.
    private sealed class Generation
    {
        private readonly ConcurrentDictionary<string, AccessToken> _tokens = new(WholeToken.Comparer);
        private readonly ConcurrentDictionary<string, AccessToken>.AlternateLookup<ReadOnlySpan<char>> _byText;

        public Generation() => _byText = _tokens.GetAlternateLookup<ReadOnlySpan<char>>();

        public int Count { get; private set; }

        public long Bytes { get; private set; }

        public bool TryGet(ReadOnlySpan<char> raw, [NotNullWhen(true)] out AccessToken? token) => _byText.TryGetValue(raw, out token);

        public void Add(AccessToken token)
        {
            if (_tokens.TryAdd(token.Raw, token))
            {
                Count++;
                Bytes += BytesOf(token);
            }
        }

        public void Remove(AccessToken token)
        {
            if (_tokens.TryRemove(token.Raw, out _))
            {
                Count--;
                Bytes -= BytesOf(token);
            }
        }
    }

    // Equal as a whole, as it must be. Only the end is hashed: signatures differ there as much as anywhere, only verified ones are
    // kept, and hashing it all would take longer than the rest of the lookup.
    private sealed class WholeToken : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<char>, string>
    {
        private const int Hashed = 32;

        public static WholeToken Comparer { get; } = new();

        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string token) => GetHashCode(token.AsSpan());

        public bool Equals(ReadOnlySpan<char> alternate, string other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<char> alternate) => string.GetHashCode(alternate[Math.Max(0, alternate.Length - Hashed)..], StringComparison.Ordinal);

        public string Create(ReadOnlySpan<char> alternate) => alternate.ToString();
    }
}
