namespace SuperTokens.Backend.Configuration;

/// <summary>Checks the settings of calls to the core. The limits are those of the library that carries them out.</summary>
internal static class CoreOptionsCheck
{
    private const string Section = "SuperTokens:Core:";
    private const int MostRetries = 100;

    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan ShortestCircuitTime = TimeSpan.FromSeconds(0.5);

    /// <summary>Adds a message for each setting that cannot be.</summary>
    /// <param name="failures">Where the messages go.</param>
    /// <param name="options">The settings.</param>
    public static void Run(List<string> failures, CoreOptions options)
    {
        CheckTime(failures, "Timeout", options.Timeout, ShortestTimeout, TimeSpan.FromHours(1), "00:00:10");
        if (options.RateLimitRetries is < 0 or > MostRetries)
        {
            failures.Add($"{Section}RateLimitRetries is {options.RateLimitRetries}. Set it to a number from 0 to {MostRetries}, such as 5.");
        }

        var circuit = options.Circuit;
        if (!(circuit.FailureRatio is > 0 and <= 1))
        {
            failures.Add(FormattableString.Invariant($"{Section}Circuit:FailureRatio is {circuit.FailureRatio}. Set it to more than 0 and at most 1, such as 0.5."));
        }

        if (circuit.MinimumThroughput < 2)
        {
            failures.Add($"{Section}Circuit:MinimumThroughput is {circuit.MinimumThroughput}. Set it to 2 or more, such as 10.");
        }

        CheckTime(failures, "Circuit:SamplingDuration", circuit.SamplingDuration, ShortestCircuitTime, TimeSpan.FromDays(1), "00:00:30");
        CheckTime(failures, "Circuit:BreakDuration", circuit.BreakDuration, ShortestCircuitTime, TimeSpan.FromDays(1), "00:00:05");
    }

    private static void CheckTime(List<string> failures, string setting, TimeSpan value, TimeSpan least, TimeSpan most, string example)
    {
        if (value < least || value > most)
        {
            failures.Add($"{Section}{setting} is {value}. Set it to a time from {least:c} to {most:c}, such as {example}.");
        }
    }
}
