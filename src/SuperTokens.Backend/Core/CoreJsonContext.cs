using System.Text.Json;
using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Core;

/// <summary>How the core client itself reads JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ApiVersionAnswer))]
internal sealed partial class CoreJsonContext : JsonSerializerContext;
