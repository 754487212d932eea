namespace SuperTokens.Backend.Recipes.Session;

/// <summary>How session tokens travel between the frontend and this API.</summary>
public enum TokenTransferMethod
{
    /// <summary>The frontend decides (header <c>st-auth-mode</c>); a request's tokens are looked for in both places.</summary>
    Any,

    /// <summary>In HttpOnly cookies.</summary>
    Cookie,

    /// <summary>In the <c>Authorization</c> header, and in response headers.</summary>
    Header,
}
