namespace SuperTokens.Backend.Hosting.RateLimiting;

/// <summary>How often something may happen.</summary>
public sealed class RateLimit
{
    /// <summary>Makes a limit without limits set: for binding configuration.</summary>
    public RateLimit()
        : this(1, TimeSpan.FromMinutes(1))
    {
    }

    /// <summary>Makes a limit.</summary>
    /// <param name="permits">How often.</param>
    /// <param name="window">In which time.</param>
    public RateLimit(int permits, TimeSpan window) => (Permits, Window) = (permits, window);

    /// <summary>How often it may happen within <see cref="Window"/>, all at once if need be. 1 to 1,000,000.</summary>
    public int Permits { get; set; }

    /// <summary>
    /// The time after which all of <see cref="Permits"/> are there again, coming back one by one: with 10 in 30 minutes, one every 3 minutes.
    /// A second to a day.
    /// </summary>
    public TimeSpan Window { get; set; }
}
