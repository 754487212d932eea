using System.Text.Json;
using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>How the doctor reads the core's answers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(FeatureFlagAnswer))]
internal sealed partial class DoctorJsonContext : JsonSerializerContext;
