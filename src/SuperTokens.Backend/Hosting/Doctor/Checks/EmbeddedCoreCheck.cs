using Microsoft.Extensions.Hosting;
using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Hosting.Doctor.Checks;

/// <summary>A core inside the process, where it was allowed outside Development.</summary>
internal sealed class EmbeddedCoreCheck(CoreProbe core, IHostEnvironment environment) : IDoctorCheck
{
    public Task CheckAsync(DoctorReport report, CancellationToken cancellationToken)
    {
        if (core.IsInProcess && !environment.IsDevelopment())
        {
            report.Add(new DoctorFinding(
                DoctorIds.EmbeddedCoreOutsideDevelopment,
                environment.IsProduction() ? DoctorSeverity.Error : DoctorSeverity.Warning,
                "UseEmbeddedCore()",
                $"used in the environment {environment.EnvironmentName}",
                "It is made for development and tests: one process, one file, no licence checks, no limits.",
                $"Set {CoreProbe.AddressSetting} to the address of a SuperTokens core."));
        }

        return Task.CompletedTask;
    }
}
