using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.UserMetadata;

/// <summary>CDI: PUT /recipe/user/metadata.</summary>
internal sealed record CoreMetadataUpdate(string UserId, JsonObject MetadataUpdate);

/// <summary>CDI: POST /recipe/user/metadata/remove.</summary>
internal sealed record CoreMetadataRemoval(string UserId);

/// <summary>CDI: the answers of all three.</summary>
internal sealed record CoreMetadataAnswer(string Status, JsonObject? Metadata = null);

/// <summary>How the user metadata recipe's JSON is read and written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CoreMetadataUpdate))]
[JsonSerializable(typeof(CoreMetadataRemoval))]
[JsonSerializable(typeof(CoreMetadataAnswer))]
internal sealed partial class UserMetadataJsonContext : JsonSerializerContext;
