using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.AccountLinking;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CoreAccountLinkingAnswer))]
[JsonSerializable(typeof(CoreAccountLinkingBody))]
internal sealed partial class AccountLinkingJsonContext : JsonSerializerContext;
