using System.Collections.Immutable;

namespace SuperTokens.Backend.Users;

/// <summary>Passkeys as frontends get them.</summary>
internal sealed record FdiWebAuthn(ImmutableArray<string> CredentialIds);
