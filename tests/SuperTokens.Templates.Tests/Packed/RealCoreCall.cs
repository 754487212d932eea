namespace SuperTokens.Templates.Tests.Packed;

/// <summary>One call a core received.</summary>
/// <param name="BasePath">The base path of the address it was called at.</param>
/// <param name="Path">What was called.</param>
/// <param name="ApiKey">The API key that came along, if any.</param>
internal sealed record RealCoreCall(string BasePath, string Path, string? ApiKey);
