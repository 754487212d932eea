using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Reads ID tokens that are to be trusted: signed by the provider's key, from it, for this client, and not expired.</summary>
internal sealed class IdTokenReader(ProviderDocuments documents, TimeProvider time)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    // Signatures with public keys alone: "none" and those with a shared secret are no proof.
    private static readonly ImmutableArray<string> Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly CryptoProviderFactory _cryptography = new() { CacheSignatureProviders = false };

    /// <summary>Reads a token.</summary>
    /// <param name="idToken">The token.</param>
    /// <param name="config">The provider and the client it must be for.</param>
    /// <param name="jwksUri">Where the provider's keys are.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Its claims.</returns>
    /// <exception cref="ThirdPartyProviderException">It is not to be trusted, or the keys cannot be read.</exception>
    public async Task<JsonObject> ReadAsync(string idToken, ThirdPartyProviderConfig config, string jwksUri, CancellationToken cancellationToken)
    {
        if (Parse(idToken) is not var (token, payload))
        {
            throw Refused(config, "is no signed JSON Web Token");
        }

        // RFC 8725, 3.11: providers sign logout and access tokens for a client with the same keys.
        if (token.Typ?.EndsWith("+jwt", StringComparison.OrdinalIgnoreCase) == true)
        {
            throw Refused(config, "is a token of another kind");
        }

        if (!Algorithms.Contains(token.Alg))
        {
            throw Refused(config, "is not signed with one of the provider's public keys");
        }

        var keys = await documents.FindKeysAsync(config.ThirdPartyId, jwksUri, token.Kid, cancellationToken);
        var result = await _handler.ValidateTokenAsync(idToken, Parameters(config, token, payload, keys));
        if (!result.IsValid)
        {
            // The exception's own words could quote the token.
            throw Refused(config, $"is not valid ({result.Exception?.GetType().Name})");
        }

        // OpenID Connect: a token for several audiences names the one that asked for it.
        return token.Audiences.Take(2).Count() == 1 || Text(payload, "azp") == config.ClientId ? payload : throw Refused(config, "was made for another client");
    }

    private static ThirdPartyProviderException Refused(ThirdPartyProviderConfig config, string reason) => new($"The ID token of the provider {config.ThirdPartyId} {reason}.");

    private static (JsonWebToken Token, JsonObject Payload)? Parse(string idToken)
    {
        // Five parts would be an encrypted one.
        if (idToken.AsSpan().Count('.') != 2 || idToken.Length > TokenValidationParameters.DefaultMaximumTokenSizeInBytes)
        {
            return null;
        }

        try
        {
            var token = new JsonWebToken(idToken);
            var bytes = Base64UrlEncoder.DecodeBytes(token.EncodedPayload);
            JsonRequestBody.RequireValidText(bytes);
            return JsonNode.Parse(bytes, documentOptions: Json) is JsonObject payload ? (token, payload) : null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or JsonException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject payload, string name)
        => payload[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? (string?)value : null;

    private TokenValidationParameters Parameters(ThirdPartyProviderConfig config, JsonWebToken token, JsonObject payload, IReadOnlyList<JsonWebKey> keys) => new()
    {
        CryptoProviderFactory = _cryptography,
        // RFC 7517, 4.5: keys of two kinds may have one id.
        IssuerSigningKeys = keys.Where(key => (string.IsNullOrEmpty(key.Alg) || key.Alg == token.Alg)
            && (key.Kty == JsonWebAlgorithmsKeyTypes.EllipticCurve) == token.Alg.StartsWith("ES", StringComparison.Ordinal)),
        ValidAlgorithms = Algorithms,
        ValidAudience = config.ClientId,
        ValidateIssuer = !config.Issuers.IsEmpty,

        // Entra ID: one document serves all directories, and its issuer has a place for the token's own.
        ValidIssuers = config.Issuers.Select(issuer => issuer.Replace("{tenantid}", Text(payload, "tid") ?? "", StringComparison.Ordinal)),
        LifetimeValidator = (notBefore, expires, _, _) =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            return expires > now - ClockSkew && !(notBefore > now + ClockSkew);
        },
    };
}
