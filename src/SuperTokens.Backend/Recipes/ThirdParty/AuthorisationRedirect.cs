namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Where people are sent to sign in at a provider.</summary>
/// <param name="UrlWithQueryParams">The address, without <c>state</c>: the frontend adds it.</param>
/// <param name="PkceCodeVerifier">The PKCE verifier, which the frontend keeps and sends back; null where PKCE is not used.</param>
public sealed record AuthorisationRedirect(string UrlWithQueryParams, string? PkceCodeVerifier = null)
{
    /// <summary>Names the record; the verifier stays out of logs.</summary>
    /// <returns>The record's name.</returns>
    public override string ToString() => nameof(AuthorisationRedirect);
}
