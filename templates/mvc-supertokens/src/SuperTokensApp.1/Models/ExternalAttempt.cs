namespace SuperTokensApp._1.Models;

/// <summary>Somebody who is away at a provider: what the browser keeps until they come back.</summary>
/// <param name="State">What the provider must send back, so that nobody can be made to come back with somebody else's account.</param>
/// <param name="RedirectUri">Where the provider sends people.</param>
/// <param name="Verifier">The PKCE verifier, or null where the provider takes none.</param>
/// <param name="TenantId">The tenant that is signed in to.</param>
/// <param name="ReturnUrl">Where people wanted to go.</param>
public sealed record ExternalAttempt(string State, string RedirectUri, string? Verifier, string TenantId, string? ReturnUrl);
