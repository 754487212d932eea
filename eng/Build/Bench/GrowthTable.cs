namespace SuperTokens.Build.Bench;

/// <summary>What requests cost as something grows.</summary>
/// <param name="Columns">What grows, and the requests.</param>
/// <param name="Rows">How many there were, and the CPU time of each request in ms.</param>
internal sealed record GrowthTable(IReadOnlyList<string> Columns, IReadOnlyList<(int Count, double[] Costs)> Rows);
