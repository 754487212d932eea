using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>A tenant's connection with an identity provider. Its secret stays in the core.</summary>
/// <param name="ClientId">The client's id; the third-party provider of the tenant names it.</param>
/// <param name="RedirectUris">Where people may come back to.</param>
/// <param name="DefaultRedirectUri">Where they come back to when the identity provider began the login.</param>
/// <param name="IdpEntityId">The identity provider's entity id.</param>
/// <param name="IdpSigningCertificate">The certificate its responses are checked with, in Base64; or null.</param>
/// <param name="AllowIdpInitiatedLogin">Whether the identity provider may begin a login.</param>
/// <param name="EnableRequestSigning">Whether the core signs its requests to the identity provider.</param>
public sealed record SamlClient(
    string ClientId,
    ImmutableArray<string> RedirectUris,
    string DefaultRedirectUri,
    string IdpEntityId,
    string? IdpSigningCertificate,
    bool AllowIdpInitiatedLogin,
    bool EnableRequestSigning);
