using Microsoft.Extensions.Logging;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>The log lines of the doctor: event ids 1500 to 1599, those of <see cref="DoctorIds"/>. Values of secrets are never in a finding.</summary>
internal static partial class DoctorLog
{
    private const string Template = "{Finding}";

    /// <summary>Logs a finding with its own event id, so that one can be filtered or watched without the others.</summary>
    /// <param name="logger">The logger.</param>
    /// <param name="finding">The finding.</param>
    public static void Found(this ILogger logger, DoctorFinding finding)
    {
        var level = finding.Severity == DoctorSeverity.Error ? LogLevel.Error : LogLevel.Warning;
        if (logger.IsEnabled(level))
        {
            IReadOnlyList<KeyValuePair<string, object?>> state =
            [
                new("Finding", finding.ToString()),
                new("Setting", finding.Setting),
                new("Value", finding.Value),
                new("{OriginalFormat}", Template),
            ];
            logger.Log(level, new EventId(finding.Id), state, exception: null, static (each, _) => (string)each[0].Value!);
        }
    }

    [LoggerMessage(DoctorIds.CheckFailed, LogLevel.Warning, "The check {Check} of SuperTokens' set-up failed itself; the application is not affected")]
    public static partial void CheckFailed(this ILogger logger, string check, Exception exception);
}
