namespace SuperTokens.Backend.Recipes.Session;

/// <summary>All tokens of a session, for applications that carry them themselves. Whoever has them is the user.</summary>
/// <param name="AccessToken">The access token.</param>
/// <param name="RefreshToken">The refresh token; only after creation and refresh.</param>
/// <param name="FrontToken">What the frontend may know of the access token.</param>
/// <param name="AntiCsrfToken">The anti-CSRF token, or null when none is used.</param>
/// <param name="AccessAndFrontTokenUpdated">Whether access and front token are new and must reach the frontend.</param>
public sealed record SessionTokens(string AccessToken, string? RefreshToken, string FrontToken, string? AntiCsrfToken, bool AccessAndFrontTokenUpdated)
{
    // Never the tokens: records print their properties, and what is printed is logged.
    /// <inheritdoc />
    public override string ToString() => nameof(SessionTokens);
}
