using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>How the recipe's JSON is read and written. The core takes a null for a value of the wrong type: what is null is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CoreSamlClientBody))]
[JsonSerializable(typeof(CoreSamlClientRemoval))]
[JsonSerializable(typeof(CoreSamlLogin))]
[JsonSerializable(typeof(CoreSamlCallback))]
[JsonSerializable(typeof(CoreSamlUser))]
[JsonSerializable(typeof(CoreSamlClientAnswer))]
[JsonSerializable(typeof(CoreSamlClientsAnswer))]
[JsonSerializable(typeof(CoreSamlAnswer))]
[JsonSerializable(typeof(CoreSamlUserAnswer))]
[JsonSerializable(typeof(SamlStatusAnswer))]
internal sealed partial class SamlJsonContext : JsonSerializerContext;
