namespace SuperTokens.Fuzz.Targets;

/// <summary>A reader did what it must not do.</summary>
internal sealed class BrokenRuleException(string rule) : Exception(rule);
