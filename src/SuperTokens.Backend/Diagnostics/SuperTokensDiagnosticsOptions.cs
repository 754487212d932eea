namespace SuperTokens.Backend.Diagnostics;

/// <summary>What is told to those who observe the application: section <c>SuperTokens:Diagnostics</c>.</summary>
public sealed class SuperTokensDiagnosticsOptions
{
    internal const int MaxAuditQueueCapacity = 1_000_000;

    /// <summary>
    /// Whether measurements of sign-ups, sign-ins and refreshes name the tenant, where the core knew it. Each tenant is a time series of its own, so leave
    /// it off where there are many. Default: false.
    /// </summary>
    public bool TagTenants { get; set; }

    /// <summary>How many audit events may wait for their sinks; those beyond it are lost and counted. From 1 to 1,000,000; default: 10,000.</summary>
    public int AuditQueueCapacity { get; set; } = 10_000;
}
