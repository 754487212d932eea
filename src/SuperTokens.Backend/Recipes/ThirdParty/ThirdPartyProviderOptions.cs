using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>
/// A provider as the app configures it. A built-in one needs a client; every other one needs its addresses too, or
/// <see cref="OidcDiscoveryEndpoint"/>, which tells them. What the core has for a tenant takes the place of what is set here.
/// </summary>
public sealed class ThirdPartyProviderOptions
{
    /// <summary>The client's id at the provider. Required, unless there are <see cref="Clients"/>.</summary>
    public string? ClientId { get; set; }

    /// <summary>
    /// The client's secret. It belongs into user secrets or the environment. Required unless <see cref="ForcePkce"/> is true; Apple has
    /// <c>keyId</c>, <c>teamId</c> and <c>privateKey</c> in <see cref="AdditionalConfig"/> instead.
    /// </summary>
    public string? ClientSecret { get; set; }

    /// <summary>The scopes asked for. Default: those that give the provider's user id and e-mail address; none for a provider of your own.</summary>
    public IList<string> Scope { get; } = [];

    /// <summary>Whether PKCE is used although there is a secret. Default: true for Twitter, else only where the provider says that it knows S256.</summary>
    public bool? ForcePkce { get; set; }

    /// <summary>
    /// Settings that only this provider has: <c>keyId</c>, <c>teamId</c> and <c>privateKey</c> of Apple, <c>hd</c> of Google Workspaces,
    /// <c>directoryId</c> of Active Directory, <c>oktaDomain</c>, <c>gitlabBaseUrl</c>, <c>boxyURL</c>.
    /// </summary>
    public IDictionary<string, string?> AdditionalConfig { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>More clients, by the kind of frontend (<c>clientType</c>) that uses them. Default: none; there is the one above.</summary>
    public IDictionary<string, ThirdPartyClientOptions> Clients { get; } = new OrderedDictionary<string, ThirdPartyClientOptions>(StringComparer.Ordinal);

    /// <summary>The provider's name as people see it. Default: the built-in provider's name, else none.</summary>
    public string? Name { get; set; }

    /// <summary>Where people are sent to sign in. Default: what the provider is known to have, or says by discovery.</summary>
    public string? AuthorizationEndpoint { get; set; }

    /// <summary>Query parameters added to <see cref="AuthorizationEndpoint"/>; one with a null value is taken away.</summary>
    public IDictionary<string, string?> AuthorizationEndpointQueryParams { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Where a code is exchanged for tokens. Default: what the provider is known to have, or says by discovery.</summary>
    public string? TokenEndpoint { get; set; }

    /// <summary>Body parameters added to the request to <see cref="TokenEndpoint"/>; one with a null value is taken away.</summary>
    public IDictionary<string, string?> TokenEndpointBodyParams { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Where the user's data is read. Default: what the provider is known to have, or says by discovery.</summary>
    public string? UserInfoEndpoint { get; set; }

    /// <summary>Query parameters added to <see cref="UserInfoEndpoint"/>; one with a null value is taken away.</summary>
    public IDictionary<string, string?> UserInfoEndpointQueryParams { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Headers added to the request to <see cref="UserInfoEndpoint"/>; one with a null value is taken away.</summary>
    public IDictionary<string, string?> UserInfoEndpointHeaders { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Where the provider's signing keys are. Default: what it says by discovery. Without it, an ID token is not looked at.</summary>
    public string? JwksUri { get; set; }

    /// <summary>Where the provider's OpenID Connect configuration is, <c>/.well-known/openid-configuration</c> included. Default: what the built-in provider has, else none.</summary>
    public string? OidcDiscoveryEndpoint { get; set; }

    /// <summary>The <c>iss</c> of the provider's ID tokens. Default: what it says by discovery. Required where <see cref="JwksUri"/> is set and discovery is not.</summary>
    public string? Issuer { get; set; }

    /// <summary>Which fields of the provider's answers hold the user's id and address. Default: <c>sub</c>, <c>email</c> and <c>email_verified</c>.</summary>
    public UserInfoMap UserInfoMap { get; } = new();

    /// <summary>
    /// Whether a user without an e-mail address is refused (status <c>NO_EMAIL_GIVEN_BY_PROVIDER</c>); else they get one that is made up.
    /// Default: true; false for Twitter.
    /// </summary>
    public bool? RequireEmail { get; set; }

    /// <summary>Whether tenants other than <c>public</c> for which the core has no providers have this one. Default: false.</summary>
    public bool IncludeInNonPublicTenantsByDefault { get; set; }

    /// <summary>
    /// Checks the claims of an ID token whose signature, issuer, audience and expiry are right: false refuses the user, and so does a sign-in
    /// without an ID token. Only set in code. Default: none. What Google Workspaces requires of <c>hd</c> is checked besides.
    /// </summary>
    public Func<JsonObject, ThirdPartyProviderConfig, CancellationToken, ValueTask<bool>>? ValidateIdTokenPayload { get; set; }

    /// <summary>
    /// Checks an access token before it is used: false refuses the user. It must make sure that the token was made for this app, when
    /// frontends send access tokens without an ID token. Only set in code. Default: none; GitHub, Facebook and Discord are asked.
    /// </summary>
    public Func<string, ThirdPartyProviderConfig, CancellationToken, ValueTask<bool>>? ValidateAccessToken { get; set; }

    /// <summary>
    /// Makes up an address for a user without one, from the user's id at the provider and the tenant; it counts as verified, so it must be
    /// the same each time, and never somebody else's in lower case. Only set in code. Default:
    /// <c>{user id}.{provider id}@stfakeemail.supertokens.com</c>, with a hash before the <c>@</c> where the id is not in lower case.
    /// </summary>
    public Func<string, string, CancellationToken, ValueTask<string>>? GenerateFakeEmail { get; set; }

    /// <summary>
    /// Changes the settings of the client that is used, before discovery; gets the tenant too. Only set in code. Default: none.
    /// </summary>
    public Func<ThirdPartyProviderConfig, string, CancellationToken, ValueTask<ThirdPartyProviderConfig>>? ConfigureClient { get; set; }

    /// <summary>
    /// Wraps the provider, for example in one derived from <see cref="DelegatingThirdPartyProvider"/>. Only set in code. Default: none. Settings
    /// are then not asked for: the override may do by itself what they are for.
    /// </summary>
    public Func<IThirdPartyProvider, IThirdPartyProvider>? Override { get; set; }
}
