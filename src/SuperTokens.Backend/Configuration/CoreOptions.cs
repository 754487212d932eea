namespace SuperTokens.Backend.Configuration;

/// <summary>How calls to the core are limited and repeated; the configuration section <c>SuperTokens:Core</c> binds to it.</summary>
public sealed class CoreOptions
{
    /// <summary>
    /// How long one call to one host may take, from making the connection (which may take half of it) to the last byte of the
    /// answer. 10 milliseconds to an hour. Default: 10 seconds.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often a call is sent again that the core refused with 429, since it did not carry it out. The waits before are 10 ms, then
    /// 250 ms more each time, as in supertokens-node. 0 to 100. Default: 5.
    /// </summary>
    public int RateLimitRetries { get; set; } = 5;

    /// <summary>When a host that keeps failing is left alone, and for how long.</summary>
    public CoreCircuitOptions Circuit { get; set; } = new();
}
