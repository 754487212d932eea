namespace SuperTokens.Backend.Hosting;

/// <summary>Problem details (RFC 9457) that say nothing about internals.</summary>
/// <param name="Type">A URI for the kind of problem.</param>
/// <param name="Title">The kind of problem in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="TraceId">What to look for in the logs.</param>
internal sealed record ProblemAnswer(string Type, string Title, int Status, string TraceId);
