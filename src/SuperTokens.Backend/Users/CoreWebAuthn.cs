using System.Collections.Immutable;

namespace SuperTokens.Backend.Users;

/// <summary>The passkeys of a user or a login method as the core sends them.</summary>
internal sealed record CoreWebAuthn(ImmutableArray<string> CredentialIds);
