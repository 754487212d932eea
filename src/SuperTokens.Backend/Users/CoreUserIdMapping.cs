using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Users;

/// <summary>The body of <c>POST /recipe/userid/map</c>.</summary>
internal sealed record CoreUserIdMapping(string SuperTokensUserId, string ExternalUserId, string? ExternalUserIdInfo, bool? Force);

/// <summary>The body of <c>POST /recipe/userid/map/remove</c>.</summary>
internal sealed record CoreUserIdMappingRemoval(string UserId, string? UserIdType, bool? Force);

/// <summary>The body of <c>PUT /recipe/userid/external-user-id-info</c>. A JSON null deletes the note; the core insists on the field.</summary>
internal sealed record CoreUserIdMappingInfo(
    string UserId, string? UserIdType, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? ExternalUserIdInfo);

/// <summary>What the core answers about mappings.</summary>
internal sealed record CoreUserIdMappingAnswer(
    string Status,
    string? SuperTokensUserId = null,
    string? ExternalUserId = null,
    string? ExternalUserIdInfo = null,
    bool? DoesSuperTokensUserIdExist = null,
    bool? DoesExternalUserIdExist = null,
    bool? DidMappingExist = null);
