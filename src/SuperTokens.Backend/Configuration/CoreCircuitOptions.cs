namespace SuperTokens.Backend.Configuration;

/// <summary>
/// The circuit of each of the core's hosts; the configuration section <c>SuperTokens:Core:Circuit</c> binds to it. A host fails a
/// call when there is no connection, it breaks, no whole answer comes in time, or the answer is 502, 503 or 504. Once too many
/// calls failed the circuit opens: the host is passed over for a while, then one call tries it.
/// </summary>
public sealed class CoreCircuitOptions
{
    /// <summary>The part of the calls that must fail for the circuit to open: above 0 and up to 1. Default: 0.5, half of them.</summary>
    public double FailureRatio { get; set; } = 0.5;

    /// <summary>How many calls there must be within <see cref="SamplingDuration"/> before the circuit can open: at least 2. Default: 10.</summary>
    public int MinimumThroughput { get; set; } = 10;

    /// <summary>The time over which calls are counted: half a second to a day. Default: 30 seconds.</summary>
    public TimeSpan SamplingDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a host is passed over before one call tries it again: half a second to a day. Default: 5 seconds.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(5);
}
