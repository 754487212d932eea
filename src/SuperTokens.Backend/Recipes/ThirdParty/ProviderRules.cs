using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>What is particular about one provider. The base is a provider of which nothing is known: one class a provider changes what differs.</summary>
internal abstract class ProviderRules
{
    private const string WellKnownPath = "/.well-known/openid-configuration";

    /// <summary>The provider's id, and how the ids of its further copies begin.</summary>
    public abstract string Id { get; }

    /// <summary>Fills in what the app and the core leave open.</summary>
    /// <param name="config">The settings.</param>
    /// <returns>The settings with what is known of the provider.</returns>
    public virtual ThirdPartyProviderConfig Complete(ThirdPartyProviderConfig config) => config;

    /// <summary>Names the settings without which the provider cannot be used, as they are called in the configuration.</summary>
    /// <param name="config">The completed settings.</param>
    /// <returns>The settings; none when nothing is missing.</returns>
    public virtual IEnumerable<string> Missing(ThirdPartyProviderConfig config)
    {
        if (string.IsNullOrWhiteSpace(config.ClientId))
        {
            yield return "ClientId";
        }

        if (string.IsNullOrWhiteSpace(config.ClientSecret) && config.ForcePkce != true)
        {
            yield return "ClientSecret";
        }
    }

    /// <summary>Makes the provider that a request uses.</summary>
    /// <param name="config">The complete settings.</param>
    /// <param name="tools">What providers are asked with.</param>
    /// <returns>The provider; null when it needs a recipe that the app did not add.</returns>
    public virtual IThirdPartyProvider? Create(ThirdPartyProviderConfig config, ProviderTools tools) => new OAuth2Provider(config, this, tools);

    /// <summary>Whether people are sent away with a PKCE challenge.</summary>
    /// <param name="config">The complete settings.</param>
    /// <returns>True when they are.</returns>
    public virtual bool UsesPkce(ThirdPartyProviderConfig config)
        => config.ForcePkce == true || config.ClientSecret is null || config.CodeChallengeMethodsSupported?.Contains("S256") == true;

    /// <summary>Exchanges a code for tokens.</summary>
    /// <param name="config">The complete settings.</param>
    /// <param name="info">What people came back with.</param>
    /// <param name="tools">What providers are asked with.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The provider's answer.</returns>
    public virtual Task<JsonObject> ExchangeAsync(ThirdPartyProviderConfig config, RedirectUriInfo info, ProviderTools tools, CancellationToken cancellationToken)
        => CodeExchange.SendAsync(config, CodeExchange.Fields(config, info), [], tools, cancellationToken);

    /// <summary>Asks the provider whether an access token that a frontend sent was made for this app.</summary>
    /// <param name="config">The complete settings.</param>
    /// <param name="accessToken">The token.</param>
    /// <param name="tools">What providers are asked with.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it was; null when the provider has no way to tell.</returns>
    public virtual Task<bool?> IsOwnAccessTokenAsync(ThirdPartyProviderConfig config, string accessToken, ProviderTools tools, CancellationToken cancellationToken)
        => Task.FromResult<bool?>(null);

    /// <summary>Reads what the provider says about the owner of an access token.</summary>
    /// <param name="config">The complete settings.</param>
    /// <param name="accessToken">The token.</param>
    /// <param name="tools">What providers are asked with.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer, as it goes into <see cref="RawUserInfo.FromUserInfoApi"/>; empty when there is nothing to ask.</returns>
    public virtual async Task<JsonObject> ReadUserAsync(ThirdPartyProviderConfig config, string accessToken, ProviderTools tools, CancellationToken cancellationToken)
        => config.UserInfoEndpoint is { } endpoint ? await GetAsync(config, endpoint, config.UserInfoEndpointQueryParams, accessToken, tools, cancellationToken) : [];

    /// <summary>Finds the user in the provider's answers.</summary>
    /// <param name="config">The complete settings.</param>
    /// <param name="raw">The answers.</param>
    /// <param name="tokens">The tokens, for what a provider says beside them.</param>
    /// <returns>The user.</returns>
    public virtual ThirdPartyUserInfo FindUser(ThirdPartyProviderConfig config, RawUserInfo raw, OAuthTokens tokens) => UserInfoReader.Read(config, raw);

    /// <summary>Checks the claims of a valid ID token by the provider's own rules.</summary>
    /// <param name="config">The complete settings.</param>
    /// <param name="payload">The claims; empty when there is no ID token.</param>
    /// <returns>Whether the user may sign in.</returns>
    public virtual bool Accepts(ThirdPartyProviderConfig config, JsonObject payload) => true;

    protected static async Task<JsonObject> GetAsync(
        ThirdPartyProviderConfig config, string url, IEnumerable<KeyValuePair<string, string?>> query, string accessToken, ProviderTools tools, CancellationToken cancellationToken)
    {
        var headers = UrlQuery.Merge([KeyValuePair.Create("Authorization", (string?)$"Bearer {accessToken}")], config.UserInfoEndpointHeaders);
        return await tools.Http.GetAsync(config.ThirdPartyId, url, query, headers, cancellationToken) as JsonObject
            ?? throw new ThirdPartyProviderException($"The provider {config.ThirdPartyId} said nothing about the user.");
    }

    protected static ImmutableArray<string>? ScopeOr(ThirdPartyProviderConfig config, params ImmutableArray<string> usual) => config.Scope ?? usual;

    protected static string? WellKnown(string? url)
        => url is null || url.EndsWith(WellKnownPath, StringComparison.Ordinal) ? url : url.TrimEnd('/') + WellKnownPath;

    protected static string? WellKnownOfDomain(string? domain) => NormalisedUrl.TryGetDomain(domain, out var origin) ? origin + WellKnownPath : null;

    protected static string? Additional(ThirdPartyProviderConfig config, string name)
        => config.AdditionalConfig.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    protected static UserInfoMap Map(ThirdPartyProviderConfig config, UserInfoFields api, UserInfoFields? token = null) => new()
    {
        FromUserInfoApi = Over(config.UserInfoMap.FromUserInfoApi, api),
        FromIdTokenPayload = Over(config.UserInfoMap.FromIdTokenPayload, token ?? new UserInfoFields()),
    };

    private static UserInfoFields Over(UserInfoFields given, UserInfoFields usual) => new()
    {
        UserId = given.UserId ?? usual.UserId,
        Email = given.Email ?? usual.Email,
        EmailVerified = given.EmailVerified ?? usual.EmailVerified,
    };
}
