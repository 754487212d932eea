using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.EmailPassword;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(CoreCredentials))]
[JsonSerializable(typeof(CoreResetTokenRequest))]
[JsonSerializable(typeof(CoreResetTokenUse))]
[JsonSerializable(typeof(CoreUserUpdate))]
[JsonSerializable(typeof(CoreAuthAnswer))]
[JsonSerializable(typeof(CoreResetTokenAnswer))]
[JsonSerializable(typeof(CoreResetTokenUseAnswer))]
[JsonSerializable(typeof(CoreUserUpdateAnswer))]
[JsonSerializable(typeof(StatusAnswer))]
[JsonSerializable(typeof(SignedInAnswer))]
[JsonSerializable(typeof(FieldErrorAnswer))]
[JsonSerializable(typeof(NotAllowedAnswer))]
[JsonSerializable(typeof(EmailExistsAnswer))]
internal sealed partial class EmailPasswordJsonContext : JsonSerializerContext;
