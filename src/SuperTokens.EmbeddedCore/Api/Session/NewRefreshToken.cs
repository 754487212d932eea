namespace SuperTokens.EmbeddedCore.Api.Session;

/// <summary>A refresh token for the client. Times are milliseconds since 1970.</summary>
internal sealed record NewRefreshToken(string Token, long CreatedAt, long ExpiresAt);
