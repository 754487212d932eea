namespace SuperTokens.Backend.Hosting.OpenApi;

/// <summary>What an endpoint asks of its callers.</summary>
/// <param name="Schemes">The names of the schemes of which one is enough.</param>
/// <param name="IsOptional">Whether the endpoint also answers callers without a session.</param>
/// <param name="Refusals">What callers are refused with: a description for each HTTP status. None where the session is optional.</param>
public sealed record ApiSecurityRequirement(IReadOnlyList<string> Schemes, bool IsOptional, IReadOnlyDictionary<int, string> Refusals);
