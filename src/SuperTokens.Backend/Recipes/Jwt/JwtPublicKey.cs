using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.Jwt;

/// <summary>A public key of the core, as JSON Web Key (RFC 7517). It verifies tokens; it cannot make any.</summary>
public sealed record JwtPublicKey
{
    /// <summary>The kind of key: <c>RSA</c>.</summary>
    [JsonPropertyName("kty")]
    public required string KeyType { get; init; }

    /// <summary>The key's id; it starts with <c>d-</c> when the core replaces the key regularly and with <c>s-</c> when not.</summary>
    [JsonPropertyName("kid")]
    public required string KeyId { get; init; }

    /// <summary>The RSA modulus, base64url.</summary>
    [JsonPropertyName("n")]
    public required string Modulus { get; init; }

    /// <summary>The RSA exponent, base64url.</summary>
    [JsonPropertyName("e")]
    public required string Exponent { get; init; }

    /// <summary>The algorithm it is for: <c>RS256</c>.</summary>
    [JsonPropertyName("alg")]
    public string? Algorithm { get; init; }

    /// <summary>What it is for: <c>sig</c>, signatures.</summary>
    [JsonPropertyName("use")]
    public string? Use { get; init; }
}
