using System.Diagnostics;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>Holds the activity source of one application.</summary>
internal sealed class SuperTokensActivities : IDisposable
{
    public ActivitySource Source { get; } = new(SuperTokensDiagnostics.ActivitySourceName);

    public void Dispose() => Source.Dispose();
}
