namespace SuperTokens.Backend.Recipes.Session;

/// <summary>How requests that carry session cookies are protected from other sites (CSRF).</summary>
public enum AntiCsrfMode
{
    /// <summary>No check: <c>SameSite</c> cookies are enough. On the wire: <c>NONE</c>.</summary>
    None,

    /// <summary>A request must carry the header <c>rid</c>, which other sites cannot send. On the wire: <c>VIA_CUSTOM_HEADER</c>.</summary>
    ViaCustomHeader,

    /// <summary>A request must carry the session's own token in the header <c>anti-csrf</c>. On the wire: <c>VIA_TOKEN</c>.</summary>
    ViaToken,
}
