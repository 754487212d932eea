namespace SuperTokens.Backend.Hosting.OpenApi;

/// <summary>A way to send a session's token.</summary>
/// <param name="Name">Its name in the document, such as <c>SuperTokensCookie</c>.</param>
/// <param name="CookieName">The cookie that holds the token; null when it is a bearer token in the <c>Authorization</c> header.</param>
/// <param name="Description">What it is, for people.</param>
public sealed record ApiSecurityScheme(string Name, string? CookieName, string Description);
