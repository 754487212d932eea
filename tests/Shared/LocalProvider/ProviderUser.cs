namespace SuperTokens.Testing.LocalProvider;

/// <summary>Somebody with an account at an <see cref="OpenIdProvider"/>.</summary>
/// <param name="Id">Their id there.</param>
/// <param name="Email">Their address, or null.</param>
/// <param name="IsVerified">Whether the provider says that it is theirs.</param>
public sealed record ProviderUser(string Id, string? Email, bool IsVerified = true);
