namespace SuperTokens.Backend.Core;

/// <summary>A host's whole answer.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="MediaType">The content type without parameters, or null.</param>
/// <param name="Body">The body.</param>
internal readonly record struct CoreAnswer(int Status, string? MediaType, byte[] Body);
