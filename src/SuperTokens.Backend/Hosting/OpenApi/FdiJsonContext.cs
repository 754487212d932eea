using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SuperTokens.Backend.Recipes.Jwt;

namespace SuperTokens.Backend.Hosting.OpenApi;

/// <summary>The shapes of the endpoints, for documents of apps that are compiled ahead of time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JwksAnswer))]
[JsonSerializable(typeof(FdiForm))]
[JsonSerializable(typeof(FdiPasswordReset))]
[JsonSerializable(typeof(FdiVerification))]
[JsonSerializable(typeof(FdiContact))]
[JsonSerializable(typeof(FdiDevice))]
[JsonSerializable(typeof(FdiCode))]
[JsonSerializable(typeof(FdiProviderSignIn))]
[JsonSerializable(typeof(FdiRefreshAnswer))]
[JsonSerializable(typeof(FdiMessage))]
[JsonSerializable(typeof(FdiGeneralAnswer))]
[JsonSerializable(typeof(FdiSignUpAnswer))]
[JsonSerializable(typeof(FdiSignInAnswer))]
[JsonSerializable(typeof(FdiExistsAnswer))]
[JsonSerializable(typeof(FdiPasswordResetTokenAnswer))]
[JsonSerializable(typeof(FdiPasswordResetAnswer))]
[JsonSerializable(typeof(FdiVerificationTokenAnswer))]
[JsonSerializable(typeof(FdiVerificationAnswer))]
[JsonSerializable(typeof(FdiIsVerifiedAnswer))]
[JsonSerializable(typeof(FdiCodeAnswer))]
[JsonSerializable(typeof(FdiResendAnswer))]
[JsonSerializable(typeof(FdiConsumeAnswer))]
[JsonSerializable(typeof(FdiAuthorisationUrlAnswer))]
[JsonSerializable(typeof(FdiProviderSignInAnswer))]
[JsonSerializable(typeof(FdiSamlAnswer))]
[JsonSerializable(typeof(FdiLoginMethodsAnswer))]
internal sealed partial class FdiJsonContext : JsonSerializerContext;
