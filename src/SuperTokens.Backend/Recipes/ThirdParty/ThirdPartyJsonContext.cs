using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.ThirdParty;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CoreSignInUp))]
[JsonSerializable(typeof(CoreSignInUpAnswer))]
[JsonSerializable(typeof(AuthorisationUrlAnswer))]
[JsonSerializable(typeof(SignInUpAnswer))]
internal sealed partial class ThirdPartyJsonContext : JsonSerializerContext;
