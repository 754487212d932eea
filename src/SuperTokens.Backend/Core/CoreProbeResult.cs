using System.Collections.Immutable;

namespace SuperTokens.Backend.Core;

/// <summary>How a host of the core is.</summary>
internal abstract record CoreProbeResult
{
    private CoreProbeResult()
    {
    }

    /// <summary>It is a core.</summary>
    /// <param name="Versions">The CDI versions it speaks.</param>
    public sealed record Spoke(ImmutableArray<CdiVersion> Versions) : CoreProbeResult;

    /// <summary>It is a core that wants another key.</summary>
    public sealed record KeyRefused : CoreProbeResult;

    /// <summary>Something else answers there.</summary>
    /// <param name="Status">The HTTP status.</param>
    public sealed record NoCore(int Status) : CoreProbeResult;

    /// <summary>Nothing answers there in time.</summary>
    public sealed record Unreachable : CoreProbeResult;
}
