namespace SuperTokens.PeerSuites.WebsiteServer;

/// <summary>What a test asks the SDK to be initialised with.</summary>
/// <param name="CoreUrl">The core's app of the test.</param>
/// <param name="AntiCsrf">Whether sessions in cookies have an anti-CSRF token.</param>
/// <param name="Jwt">Whether sessions have a custom claim, and the frontend the access token.</param>
internal sealed record SuiteConfig(string CoreUrl, bool AntiCsrf, bool Jwt);
