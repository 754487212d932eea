using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using SuperTokens.Backend.Diagnostics;
using SuperTokens.Backend.Diagnostics.Flows;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what SuperTokens measures and reports with.</summary>
internal static class DiagnosticsServices
{
    /// <summary>Adds measurements, activities and the way to audit sinks.</summary>
    /// <param name="services">The application's services.</param>
    public static void AddSuperTokensDiagnostics(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddOptions<SuperTokensDiagnosticsOptions>()
            .Validate(
                options => options.AuditQueueCapacity is >= 1 and <= SuperTokensDiagnosticsOptions.MaxAuditQueueCapacity,
                $"SuperTokens:Diagnostics:AuditQueueCapacity must be from 1 to {SuperTokensDiagnosticsOptions.MaxAuditQueueCapacity}.")
            .ValidateOnStart();
        services.AddSingleton<SuperTokensMetrics>();
        services.AddSingleton<SuperTokensActivities>();
        services.AddSingleton<CoreTelemetry>();
        services.AddSingleton<FlowRecorder>();
        services.AddSingleton(provider => new Lazy<IEnumerable<IAuditSink>>(provider.GetServices<IAuditSink>));
        services.AddSingleton<AuditQueue>();
        services.AddSingleton<IHostedService>(provider => new AuditShutdown(FindQueue(provider)));
        services.AddSingleton(provider => new AuditTrail(
            FindQueue(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<AuditClientAddress>() is null ? null : provider.GetRequiredService<IHttpContextAccessor>()));
    }

    private static AuditQueue? FindQueue(IServiceProvider services)
        => services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IAuditSink)) ? services.GetRequiredService<AuditQueue>() : null;
}
