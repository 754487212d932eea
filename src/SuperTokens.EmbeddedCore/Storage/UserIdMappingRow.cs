namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>The core's id of a user, the id an app knows the user by, and a text the app keeps with it.</summary>
internal sealed record UserIdMappingRow(string UserId, string ExternalUserId, string? Info);
