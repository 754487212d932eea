using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SuperTokens.Backend.Diagnostics;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the SuperTokens core to an application's health.</summary>
public static class SuperTokensHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a health check of the core: healthy when every host answers <c>/hello</c>, degraded when only some do, else
    /// <paramref name="failureStatus"/>, as when they speak no version of the interface that this SDK knows. It takes 5 seconds at most. Whatever the
    /// number of callers, a host is asked at most once a second, and what is told holds no address and no cause.
    /// </summary>
    /// <remarks>
    /// Signed-in people keep working while the core is down, so it is a check for readiness or for dashboards rather than for liveness: a
    /// restart of the application does not bring the core back.
    /// </remarks>
    /// <param name="builder">The health checks, of an application with <c>AddSuperTokens</c>.</param>
    /// <param name="name">The check's name. Default: <c>supertokens-core</c>.</param>
    /// <param name="failureStatus">What to tell when the core is not there. Default: unhealthy.</param>
    /// <param name="tags">Tags to choose checks by. Default: none.</param>
    /// <param name="timeout">When the check is given up, if that is to be before 5 seconds. Default: never.</param>
    /// <returns>The same builder.</returns>
    public static IHealthChecksBuilder AddSuperTokensCore(
        this IHealthChecksBuilder builder,
        string name = "supertokens-core",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<CoreHealthCheck>();
        return builder.Add(new HealthCheckRegistration(name, services => services.GetRequiredService<CoreHealthCheck>(), failureStatus, tags, timeout));
    }
}
