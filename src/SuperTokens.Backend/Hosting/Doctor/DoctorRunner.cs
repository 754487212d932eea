using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>Runs all checks.</summary>
internal sealed class DoctorRunner(IEnumerable<IDoctorCheck> checks, ILogger<DoctorRunner> logger)
{
    /// <summary>Runs the checks, one after the other: they share a core, and nobody waits for them at start.</summary>
    /// <param name="onDemand">Whether somebody waits for the answer.</param>
    /// <param name="cancellationToken">Cancels the run, because the application stops.</param>
    /// <returns>What they found.</returns>
    public async Task<DoctorReport> RunAsync(bool onDemand, CancellationToken cancellationToken)
    {
        var report = new DoctorReport(onDemand);
        foreach (var check in checks)
        {
            try
            {
                await check.CheckAsync(report, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // A mistake in a check must not take the application with it, nor hide what the others find.
                logger.CheckFailed(check.GetType().Name, exception);
            }
        }

        return report;
    }
}
