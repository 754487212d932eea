using System.Diagnostics;
using SuperTokens.Fuzz.Targets;

namespace SuperTokens.Fuzz;

/// <summary>Runs one target over changed inputs. Inputs of which the target says something new are kept and changed further.</summary>
internal sealed class Fuzzer(FuzzTarget target, IEnumerable<byte[]> seeds, int randomSeed)
{
    private const int LongestInput = 8192;
    private const int MostSignatures = 5000;
    private const int RunsToCallSlow = 3;

    private static readonly TimeSpan s_slow = TimeSpan.FromSeconds(1);

    private readonly Random _random = new(randomSeed);
    private readonly List<byte[]> _inputs = [[], .. seeds];
    private readonly HashSet<string> _seen = [];

    /// <summary>How many inputs were run.</summary>
    public long Runs { get; private set; }

    /// <summary>How many different things the target said.</summary>
    public int Signatures => _seen.Count;

    /// <summary>Inputs that broke a rule or took long, with the reason; one for each reason.</summary>
    public Dictionary<string, byte[]> Findings { get; } = [];

    /// <summary>Runs until the time is over.</summary>
    public void Run(TimeSpan time)
    {
        var mutator = new Mutator(_random);
        var watch = Stopwatch.StartNew();
        foreach (var seed in _inputs.ToList())
        {
            Try(seed);
        }

        while (watch.Elapsed < time)
        {
            Try(mutator.Mutate(Pick(), Pick(), LongestInput));
        }
    }

    private byte[] Pick() => _inputs[_random.Next(_inputs.Count)];

    private void Try(byte[] input)
    {
        Runs++;
        var start = Stopwatch.GetTimestamp();
        try
        {
            var signature = target.Run(input);
            if (_seen.Count < MostSignatures && _seen.Add(signature))
            {
                _inputs.Add(input);
            }
        }
        catch (Exception exception)
        {
            Findings.TryAdd($"{exception.GetType().Name}: {exception.Message} {exception.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}", input);
        }

        if (Stopwatch.GetElapsedTime(start) > s_slow && IsSlow(input))
        {
            Findings.TryAdd("takes more than a second", input);
        }
    }

    // A busy machine makes anything slow now and then: what counts is the processor's time, each time.
    private bool IsSlow(byte[] input)
    {
        for (var i = 0; i < RunsToCallSlow; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            try
            {
                target.Run(input);
            }
            catch (Exception)
            {
                // Was reported when it ran first.
            }

            if (Environment.CpuUsage.TotalTime - before <= s_slow)
            {
                return false;
            }
        }

        return true;
    }
}
