namespace SuperTokens.Build.Measure;

/// <summary>What one run took.</summary>
/// <param name="Cpu">User and system time, in ms.</param>
/// <param name="Wall">Time that went by, in ms.</param>
/// <param name="Resident">Resident memory (VmRSS) at the end, in MB; 0 when it was not asked.</param>
/// <param name="Proportional">The same, with pages that other processes share counted in part (PSS), in MB.</param>
public sealed record Sample(double Cpu, double Wall, double Resident, double Proportional)
{
    /// <summary>The median of each figure.</summary>
    /// <param name="samples">At least one.</param>
    /// <returns>A sample that need not be one of them.</returns>
    public static Sample Median(IReadOnlyCollection<Sample> samples) => new(
        Median(samples, sample => sample.Cpu),
        Median(samples, sample => sample.Wall),
        Median(samples, sample => sample.Resident),
        Median(samples, sample => sample.Proportional));

    private static double Median(IReadOnlyCollection<Sample> samples, Func<Sample, double> figure)
    {
        var sorted = samples.Select(figure).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
