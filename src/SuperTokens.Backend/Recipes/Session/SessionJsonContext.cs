using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>CDI: POST /{tenantId}/recipe/session.</summary>
internal sealed record CoreCreateSessionRequest(
    string UserId, [property: JsonPropertyName("userDataInJWT")] JsonObject UserDataInJwt, JsonObject UserDataInDatabase, bool UseDynamicSigningKey, bool EnableAntiCsrf);

/// <summary>CDI: POST /recipe/session/verify.</summary>
internal sealed record CoreVerifyRequest(string AccessToken, string? AntiCsrfToken, bool DoAntiCsrfCheck, bool EnableAntiCsrf, bool CheckDatabase);

/// <summary>CDI: POST /recipe/session/refresh.</summary>
internal sealed record CoreRefreshRequest(string RefreshToken, string? AntiCsrfToken, bool EnableAntiCsrf, bool UseDynamicSigningKey);

/// <summary>CDI: POST /recipe/session/regenerate.</summary>
internal sealed record CoreRegenerateRequest(string AccessToken, [property: JsonPropertyName("userDataInJWT")] JsonObject UserDataInJwt);

/// <summary>CDI: POST /recipe/session/remove, by handles.</summary>
internal sealed record CoreRemoveHandlesRequest(IReadOnlyCollection<string> SessionHandles);

/// <summary>CDI: POST /recipe/session/remove, by user.</summary>
internal sealed record CoreRemoveOfUserRequest(string UserId, bool RevokeSessionsForLinkedAccounts, bool RevokeAcrossAllTenants);

/// <summary>CDI: PUT /recipe/session/data.</summary>
internal sealed record CoreSessionDataRequest(string SessionHandle, JsonObject UserDataInDatabase);

/// <summary>CDI: PUT /recipe/jwt/data.</summary>
internal sealed record CoreJwtDataRequest(string SessionHandle, [property: JsonPropertyName("userDataInJWT")] JsonObject UserDataInJwt);

/// <summary>CDI: a session within an answer.</summary>
internal sealed record CoreSession(
    string Handle, string UserId, string? RecipeUserId = null, string? TenantId = null, [property: JsonPropertyName("userDataInJWT")] JsonObject? UserDataInJwt = null);

/// <summary>CDI: answer of create, verify, refresh and regenerate.</summary>
internal sealed record CoreSessionAnswer(
    string Status, CoreSession? Session = null, SessionToken? AccessToken = null, SessionToken? RefreshToken = null, string? AntiCsrfToken = null);

/// <summary>CDI: answer of GET /recipe/session.</summary>
internal sealed record CoreSessionInformationAnswer(
    string Status,
    string? SessionHandle = null,
    string? UserId = null,
    string? RecipeUserId = null,
    string? TenantId = null,
    long TimeCreated = 0,
    long Expiry = 0,
    JsonObject? UserDataInDatabase = null,
    [property: JsonPropertyName("userDataInJWT")] JsonObject? UserDataInJwt = null);

/// <summary>CDI: answer of GET /recipe/session/user.</summary>
internal sealed record CoreSessionHandlesAnswer(ImmutableArray<string> SessionHandles);

/// <summary>CDI: answer of POST /recipe/session/remove.</summary>
internal sealed record CoreSessionsRemovedAnswer(ImmutableArray<string> SessionHandlesRevoked);

/// <summary>CDI: an answer that is nothing but a status.</summary>
internal sealed record CoreStatusAnswer(string Status);

/// <summary>FDI: answer of POST /session/refresh.</summary>
internal sealed record RefreshAnswer;

/// <summary>FDI: answer of POST /signout.</summary>
internal sealed record SignOutAnswer(string Status, string? Message = null);

/// <summary>FDI: a session error.</summary>
internal sealed record SessionErrorAnswer(string Message, IReadOnlyList<ClaimValidationError>? ClaimValidationErrors = null);

/// <summary>How the session recipe's JSON is read and written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CoreCreateSessionRequest))]
[JsonSerializable(typeof(CoreVerifyRequest))]
[JsonSerializable(typeof(CoreRefreshRequest))]
[JsonSerializable(typeof(CoreRegenerateRequest))]
[JsonSerializable(typeof(CoreRemoveHandlesRequest))]
[JsonSerializable(typeof(CoreRemoveOfUserRequest))]
[JsonSerializable(typeof(CoreSessionDataRequest))]
[JsonSerializable(typeof(CoreJwtDataRequest))]
[JsonSerializable(typeof(CoreSessionAnswer))]
[JsonSerializable(typeof(CoreSessionInformationAnswer))]
[JsonSerializable(typeof(CoreSessionHandlesAnswer))]
[JsonSerializable(typeof(CoreSessionsRemovedAnswer))]
[JsonSerializable(typeof(CoreStatusAnswer))]
[JsonSerializable(typeof(RefreshAnswer))]
[JsonSerializable(typeof(SignOutAnswer))]
[JsonSerializable(typeof(SessionErrorAnswer))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(bool[]))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(long[]))]
[JsonSerializable(typeof(double[]))]
internal sealed partial class SessionJsonContext : JsonSerializerContext;
