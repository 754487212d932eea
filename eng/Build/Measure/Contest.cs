namespace SuperTokens.Build.Measure;

/// <summary>Several ways to do the same, measured side by side: each round runs every one of them, so that all meet the same machine.</summary>
internal sealed class Contest
{
    private readonly List<(string Name, Func<CancellationToken, Task<Sample>> RunAsync)> _subjects = [];

    /// <summary>Adds one; the first is what the others are compared with.</summary>
    internal Contest Add(string name, Func<CancellationToken, Task<Sample>> runAsync)
    {
        _subjects.Add((name, runAsync));
        return this;
    }

    /// <summary>Runs one round that does not count, and then those that do.</summary>
    /// <returns>The medians, in the order they were added.</returns>
    internal async Task<IReadOnlyList<(string Name, Sample Median)>> RunAsync(int rounds, CancellationToken cancellationToken)
    {
        var samples = _subjects.ConvertAll(_ => new List<Sample>());
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < _subjects.Count; i++)
            {
                var sample = await _subjects[i].RunAsync(cancellationToken).ConfigureAwait(false);
                if (round > 0)
                {
                    samples[i].Add(sample);
                }
            }
        }

        return [.. _subjects.Select((subject, i) => (subject.Name, Sample.Median(samples[i])))];
    }
}
