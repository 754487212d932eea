namespace SuperTokens.Backend.Hosting.RateLimiting;

/// <summary>
/// What is left of one limit for each address or account. A key costs one number, the time at which all permits are there again (the generic cell
/// rate algorithm). The limiters of <c>System.Threading.RateLimiting</c> were no fit: they cannot take a permit back when an attempt turns out to
/// be a good one, their number has no bound, and they know no <see cref="TimeProvider"/>.
/// </summary>
internal sealed class Allowances(RateLimit limit, int maxKeys, TimeProvider time)
{
    private readonly RecentKeys<long> _fullAgain = new(maxKeys);
    private readonly Lock _lock = new();
    private readonly long _interval = limit.Window.Ticks / limit.Permits;
    private readonly long _started = time.GetTimestamp();

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _fullAgain.Count;
            }
        }
    }

    private long Now => time.GetElapsedTime(_started).Ticks;

    /// <summary>Takes a permit before the attempt, so that attempts at the same time count as well.</summary>
    /// <param name="key">Who wants it.</param>
    /// <returns>Null, or in which time there is one again.</returns>
    public TimeSpan? Take(UInt128 key)
    {
        lock (_lock)
        {
            var now = Now;
            var next = Math.Max(_fullAgain.TryGet(key, out var fullAgain) ? fullAgain : now, now) + _interval;
            var wait = next - now - limit.Window.Ticks;
            if (wait > 0)
            {
                return TimeSpan.FromTicks(wait);
            }

            _fullAgain.Set(key, next);
            return null;
        }
    }

    /// <summary>Gives a permit back, because the attempt was a good one.</summary>
    /// <param name="key">Who took it.</param>
    public void GiveBack(UInt128 key)
    {
        lock (_lock)
        {
            if (!_fullAgain.TryGet(key, out var fullAgain))
            {
                return;
            }

            if (fullAgain - _interval <= Now)
            {
                _fullAgain.Remove(key);
            }
            else
            {
                _fullAgain.Set(key, fullAgain - _interval);
            }
        }
    }

    /// <summary>Gives all permits back.</summary>
    /// <param name="key">Whose.</param>
    public void Reset(UInt128 key)
    {
        lock (_lock)
        {
            _fullAgain.Remove(key);
        }
    }
}
