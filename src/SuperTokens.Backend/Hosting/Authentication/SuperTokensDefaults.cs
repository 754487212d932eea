namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>Names of SuperTokens' part in ASP.NET Core's authentication.</summary>
public static class SuperTokensDefaults
{
    /// <summary>The scheme that authenticates requests by their session: <c>SuperTokens</c>.</summary>
    public const string AuthenticationScheme = "SuperTokens";

    /// <summary>The claim that holds the session's handle: <c>sid</c>.</summary>
    public const string SessionHandleClaim = "sid";

    /// <summary>The claim that holds the session's tenant: <c>tId</c>.</summary>
    public const string TenantIdClaim = "tId";
}
