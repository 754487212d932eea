namespace SuperTokens.Testing;

/// <summary>One call a <see cref="StubCore"/> got.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, escaped, base path included.</param>
/// <param name="Query">The query with its <c>?</c>, or empty.</param>
/// <param name="Headers">The headers, without those of the content.</param>
/// <param name="Body">The body, or null.</param>
public sealed record StubCoreCall(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string? Body);
