namespace SuperTokens.Templates.Tests.Skipping;

/// <summary>Ends a test of <see cref="SkippableFactAttribute"/> as skipped.</summary>
/// <param name="reason">Why it cannot be run here.</param>
public sealed class SkippedException(string reason) : Exception(reason);
