using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.Multitenancy;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CoreTenantAnswer))]
[JsonSerializable(typeof(LoginMethodsAnswer))]
internal sealed partial class MultitenancyJsonContext : JsonSerializerContext;
