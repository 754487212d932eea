using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.Passwordless;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(CoreCodeRequest))]
[JsonSerializable(typeof(CoreCodeUse))]
[JsonSerializable(typeof(CoreContact))]
[JsonSerializable(typeof(CoreCodeRemoval))]
[JsonSerializable(typeof(CoreCodeAnswer))]
[JsonSerializable(typeof(CoreCodeUseAnswer))]
[JsonSerializable(typeof(CoreDevicesAnswer))]
[JsonSerializable(typeof(CorePasswordlessAnswer))]
[JsonSerializable(typeof(PasswordlessStatusAnswer))]
[JsonSerializable(typeof(CodeCreatedAnswer))]
[JsonSerializable(typeof(CodeFailedAnswer))]
[JsonSerializable(typeof(CodeConsumedAnswer))]
[JsonSerializable(typeof(PasswordlessNotAllowedAnswer))]
[JsonSerializable(typeof(ContactExistsAnswer))]
internal sealed partial class PasswordlessJsonContext : JsonSerializerContext;
