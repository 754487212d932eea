using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.Jwt;

/// <summary>CDI: POST /recipe/jwt.</summary>
internal sealed record CoreCreateJwtRequest(JsonObject Payload, long Validity, bool UseStaticSigningKey, string Algorithm, string JwksDomain);

/// <summary>CDI: answer of POST /recipe/jwt.</summary>
internal sealed record CoreCreateJwtAnswer(string Status, string? Jwt = null);

/// <summary>The key set, from the core (CDI) and to callers (FDI).</summary>
internal sealed record JwksAnswer(ImmutableArray<JwtPublicKey> Keys);

/// <summary>How the JWT recipe's JSON is read and written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CoreCreateJwtRequest))]
[JsonSerializable(typeof(CoreCreateJwtAnswer))]
[JsonSerializable(typeof(JwksAnswer))]
internal sealed partial class JwtJsonContext : JsonSerializerContext;
