namespace SuperTokens.Backend.Core;

/// <summary>What <see cref="CoreHello"/> found.</summary>
/// <param name="Hosts">How many hosts there are.</param>
/// <param name="Answering">How many of them answered, and can read from their database.</param>
/// <param name="SpeaksCdi">Whether they speak a version of the interface that this SDK knows.</param>
internal sealed record CoreHelloResult(int Hosts, int Answering, bool SpeaksCdi);
