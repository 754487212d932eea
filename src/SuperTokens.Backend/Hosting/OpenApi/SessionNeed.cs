namespace SuperTokens.Backend.Hosting.OpenApi;

/// <summary>What an endpoint needs of the caller's session.</summary>
internal enum SessionNeed
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It reads the session if there is one.</summary>
    Optional,

    /// <summary>An access token.</summary>
    Required,

    /// <summary>A refresh token.</summary>
    RefreshToken,
}
