using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Delivery;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TwilioError))]
internal sealed partial class TwilioJsonContext : JsonSerializerContext;
