using System.Globalization;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>One thing that is wrong. Its text is one line: setting, value, why, fix.</summary>
/// <param name="Id">One of <see cref="DoctorIds"/>; also the event id of its log line.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Setting">The setting or the call, as people write it.</param>
/// <param name="Value">What it is now; never a secret. Null where there is nothing to show.</param>
/// <param name="Why">What happens because of it: a sentence.</param>
/// <param name="Fix">What to do: a sentence.</param>
internal sealed record DoctorFinding(int Id, DoctorSeverity Severity, string Setting, string? Value, string Why, string Fix)
{
    public override string ToString() => Value is null
        ? string.Create(CultureInfo.InvariantCulture, $"ST{Id} {Setting}: {Why} {Fix}")
        : string.Create(CultureInfo.InvariantCulture, $"ST{Id} {Setting} is '{Value}'. {Why} {Fix}");
}
