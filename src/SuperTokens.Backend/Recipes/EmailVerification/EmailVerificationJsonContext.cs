using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.EmailVerification;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CoreVerificationSubject))]
[JsonSerializable(typeof(CoreVerificationTokenUse))]
[JsonSerializable(typeof(CoreVerificationTokenAnswer))]
[JsonSerializable(typeof(CoreVerificationTokenUseAnswer))]
[JsonSerializable(typeof(CoreIsVerifiedAnswer))]
[JsonSerializable(typeof(CoreVerificationStatusAnswer))]
[JsonSerializable(typeof(EmailVerificationAnswer))]
internal sealed partial class EmailVerificationJsonContext : JsonSerializerContext;
