using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.OpenId;

/// <summary>What OpenID Connect clients read about this API (OpenID Connect Discovery 1.0).</summary>
public sealed record OpenIdDiscoveryConfiguration
{
    /// <summary>Who issues tokens; the <c>iss</c> claim of sessions.</summary>
    public required string Issuer { get; init; }

    /// <summary>Where the public keys are.</summary>
    public required string JwksUri { get; init; }

    /// <summary>Where users sign in for OAuth2 clients.</summary>
    public required string AuthorizationEndpoint { get; init; }

    /// <summary>Where OAuth2 clients get tokens.</summary>
    public required string TokenEndpoint { get; init; }

    /// <summary>Where OAuth2 clients read about the user.</summary>
    public required string UserinfoEndpoint { get; init; }

    /// <summary>Where OAuth2 clients revoke tokens.</summary>
    public required string RevocationEndpoint { get; init; }

    /// <summary>Where OAuth2 clients ask about a token.</summary>
    public required string TokenIntrospectionEndpoint { get; init; }

    /// <summary>Where OAuth2 clients sign users out.</summary>
    public required string EndSessionEndpoint { get; init; }

    /// <summary>How users are named to clients. Default: <c>public</c>.</summary>
    public ImmutableArray<string> SubjectTypesSupported { get; init; } = ["public"];

    /// <summary>How id tokens are signed. Default: <c>RS256</c>.</summary>
    public ImmutableArray<string> IdTokenSigningAlgValuesSupported { get; init; } = ["RS256"];

    /// <summary>What clients can ask for. Default: <c>code</c>, <c>id_token</c>, <c>id_token token</c>.</summary>
    public ImmutableArray<string> ResponseTypesSupported { get; init; } = ["code", "id_token", "id_token token"];
}
