using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Users;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CoreUserAnswer))]
[JsonSerializable(typeof(CoreUsersAnswer))]
[JsonSerializable(typeof(CoreUserCountAnswer))]
[JsonSerializable(typeof(CoreUserRemoval))]
[JsonSerializable(typeof(CoreStatusAnswer))]
[JsonSerializable(typeof(CoreUserIdMapping))]
[JsonSerializable(typeof(CoreUserIdMappingRemoval))]
[JsonSerializable(typeof(CoreUserIdMappingInfo))]
[JsonSerializable(typeof(CoreUserIdMappingAnswer))]
[JsonSerializable(typeof(FdiUser))]
[JsonSerializable(typeof(FdiUserBeforeLinking))]
internal sealed partial class UsersJsonContext : JsonSerializerContext;
