using System.Diagnostics;
using System.Globalization;

namespace SuperTokens.Build;

/// <summary>One line a step: what is going on, then how long it took.</summary>
public static class BuildStep
{
    /// <summary>Runs one step and prints its line.</summary>
    /// <param name="title">What is going on, in a few words.</param>
    /// <param name="run">The step.</param>
    /// <returns>What the step returned.</returns>
    public static async Task<T> RunAsync<T>(string title, Func<Task<T>> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        Console.Write($"  {title,-58}");
        var watch = Stopwatch.StartNew();
        try
        {
            var result = await run().ConfigureAwait(false);
            Console.WriteLine(Seconds(watch));
            return result;
        }
        catch
        {
            Console.WriteLine($"{Seconds(watch)}  failed");
            throw;
        }
    }

    /// <summary>Runs one step and prints its line.</summary>
    /// <param name="title">What is going on, in a few words.</param>
    /// <param name="run">The step.</param>
    /// <returns>A task that ends with the step.</returns>
    public static Task RunAsync(string title, Func<Task> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return RunAsync(title, async () =>
        {
            await run().ConfigureAwait(false);
            return true;
        });
    }

    private static string Seconds(Stopwatch watch)
        => string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,7:0.00} s");
}
