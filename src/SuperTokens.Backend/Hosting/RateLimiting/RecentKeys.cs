using System.Diagnostics.CodeAnalysis;

namespace SuperTokens.Backend.Hosting.RateLimiting;

/// <summary>
/// Remembers a value for each of the keys used most recently, never more than a given number. Two generations instead of a list of uses: when the
/// younger is half of all, the older is forgotten as a whole. Not safe for use by several threads.
/// </summary>
/// <typeparam name="T">What is remembered.</typeparam>
internal sealed class RecentKeys<T>(int capacity)
{
    private Dictionary<UInt128, T> _younger = [];
    private Dictionary<UInt128, T> _older = [];

    public int Count => _younger.Count + _older.Count;

    /// <summary>Finds a value; its key then counts as used.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether it is remembered.</returns>
    public bool TryGet(UInt128 key, [MaybeNullWhen(false)] out T value)
    {
        if (_younger.TryGetValue(key, out value))
        {
            return true;
        }

        if (!_older.Remove(key, out value))
        {
            return false;
        }

        Set(key, value);
        return true;
    }

    public void Set(UInt128 key, T value)
    {
        if (!_younger.ContainsKey(key))
        {
            _older.Remove(key);
            if (_younger.Count >= capacity / 2)
            {
                (_older, _younger) = (_younger, _older);
                _younger.Clear();
            }
        }

        _younger[key] = value;
    }

    public void Remove(UInt128 key)
    {
        _younger.Remove(key);
        _older.Remove(key);
    }
}
