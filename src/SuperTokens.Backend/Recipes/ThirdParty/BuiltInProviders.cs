namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>
/// The ids of the providers whose addresses and rules are known. An id that starts with one of them is the same provider again, for
/// example <c>google-staff</c>.
/// </summary>
public static class BuiltInProviders
{
    /// <summary>Microsoft Entra ID (Active Directory); needs <c>directoryId</c>.</summary>
    public const string ActiveDirectory = "active-directory";

    /// <summary>Apple; needs <c>keyId</c>, <c>teamId</c> and <c>privateKey</c> instead of a secret.</summary>
    public const string Apple = "apple";

    /// <summary>Bitbucket.</summary>
    public const string Bitbucket = "bitbucket";

    /// <summary>SAML through BoxyHQ; needs <c>boxyURL</c>.</summary>
    public const string BoxySaml = "boxy-saml";

    /// <summary>Discord.</summary>
    public const string Discord = "discord";

    /// <summary>Facebook.</summary>
    public const string Facebook = "facebook";

    /// <summary>GitHub.</summary>
    public const string GitHub = "github";

    /// <summary>GitLab; <c>gitlabBaseUrl</c> names an own server.</summary>
    public const string GitLab = "gitlab";

    /// <summary>Google.</summary>
    public const string Google = "google";

    /// <summary>Google Workspaces; <c>hd</c> names the organisation's domain.</summary>
    public const string GoogleWorkspaces = "google-workspaces";

    /// <summary>LinkedIn.</summary>
    public const string LinkedIn = "linkedin";

    /// <summary>Okta; needs <c>oktaDomain</c>.</summary>
    public const string Okta = "okta";

    /// <summary>SAML through the core; needs <c>AddSaml()</c>, and the id of one of the core's SAML clients as <c>ClientId</c>.</summary>
    public const string Saml = "saml";

    /// <summary>Twitter (X).</summary>
    public const string Twitter = "twitter";
}
