namespace SuperTokens.Testing.Leaks;

/// <summary>All that was said in one call of a logger: message, values, scope, exception.</summary>
/// <param name="Category">The logger's category.</param>
/// <param name="Text">The text.</param>
public sealed record LogEntry(string Category, string Text);
