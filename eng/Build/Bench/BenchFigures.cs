using SuperTokens.Build.Measure;

namespace SuperTokens.Build.Bench;

/// <summary>What one run found.</summary>
/// <param name="Open">The open route, by app: plain, JwtBearer, ours, node.</param>
/// <param name="Seen">The protected route by a token seen before; plain answers as much, to everyone.</param>
/// <param name="New">The protected route by new tokens.</param>
/// <param name="SignIn">Signing in: ours, node.</param>
/// <param name="Signature">The bare RSA-2048 verification, in ms of CPU time.</param>
/// <param name="CoreCalls">Calls to the core of one sign-in: ours, node.</param>
/// <param name="Growth">What requests cost at numbers of sessions, users and routes.</param>
/// <param name="Micro">What BenchmarkDotNet found; null when it was left out.</param>
internal sealed record BenchFigures(
    IReadOnlyList<(string Name, Sample Median)> Open,
    IReadOnlyList<(string Name, Sample Median)> Seen,
    IReadOnlyList<(string Name, Sample Median)> New,
    IReadOnlyList<(string Name, Sample Median)> SignIn,
    double Signature,
    (int Ours, int Node) CoreCalls,
    IReadOnlyList<GrowthTable> Growth,
    MicroFigures? Micro);
