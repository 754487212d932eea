using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.OpenId;

/// <summary>How the discovery document is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(OpenIdDiscoveryConfiguration))]
internal sealed partial class OpenIdJsonContext : JsonSerializerContext;
