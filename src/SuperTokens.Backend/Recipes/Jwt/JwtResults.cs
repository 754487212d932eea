using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.Jwt;

/// <summary>The outcome of creating a JWT.</summary>
public abstract record CreateJwtResult
{
    private CreateJwtResult()
    {
    }

    /// <summary>The JWT was created.</summary>
    /// <param name="Jwt">The signed token.</param>
    public sealed record Ok(string Jwt) : CreateJwtResult;

    /// <summary>The core does not know the signing algorithm.</summary>
    public sealed record UnsupportedAlgorithm : CreateJwtResult;
}

/// <summary>The core's public keys.</summary>
/// <param name="Keys">The keys.</param>
/// <param name="Validity">How long the core says they can be kept.</param>
public sealed record JwksResult(ImmutableArray<JwtPublicKey> Keys, TimeSpan Validity);
