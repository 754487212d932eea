namespace SuperTokens.Backend.Recipes.Session;

/// <summary>The two tokens of a session.</summary>
public enum SessionTokenType
{
    /// <summary>The short-lived token sent with every request.</summary>
    Access,

    /// <summary>The long-lived token that is exchanged for a new pair.</summary>
    Refresh,
}
