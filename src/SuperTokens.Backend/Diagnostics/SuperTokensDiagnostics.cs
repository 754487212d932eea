namespace SuperTokens.Backend.Diagnostics;

/// <summary>
/// Names under which SuperTokens can be observed, for <c>AddMeter</c> and <c>AddSource</c> of OpenTelemetry. What is measured stands in
/// docs/observability.md.
/// </summary>
public static class SuperTokensDiagnostics
{
    /// <summary>The meter: <c>SuperTokens.Backend</c>.</summary>
    public const string MeterName = "SuperTokens.Backend";

    /// <summary>The activity source: <c>SuperTokens.Backend</c>.</summary>
    public const string ActivitySourceName = "SuperTokens.Backend";
}
