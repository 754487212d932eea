using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.Multitenancy;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CoreTenantAnswer))]
[JsonSerializable(typeof(CoreTenantsAnswer))]
[JsonSerializable(typeof(CoreTenancyAnswer))]
[JsonSerializable(typeof(CoreTenantRemoval))]
[JsonSerializable(typeof(CoreTenantUser))]
[JsonSerializable(typeof(CoreProviderSetting))]
[JsonSerializable(typeof(CoreProviderRemoval))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(LoginMethodsAnswer))]
internal sealed partial class MultitenancyJsonContext : JsonSerializerContext;
