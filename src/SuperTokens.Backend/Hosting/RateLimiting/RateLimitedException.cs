namespace SuperTokens.Backend.Hosting.RateLimiting;

/// <summary>A request came too soon. It is answered with status 429 and the header <c>Retry-After</c>.</summary>
public sealed class RateLimitedException : Exception
{
    internal RateLimitedException(TimeSpan retryAfter)
        : base("A rate limit was reached.") => RetryAfter = retryAfter;

    /// <summary>In which time there is room again.</summary>
    public TimeSpan RetryAfter { get; }
}
