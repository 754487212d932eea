using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Signs people in at a provider by OAuth 2 or OpenID Connect, with the code flow.</summary>
internal sealed class OAuth2Provider(ThirdPartyProviderConfig config, ProviderRules rules, ProviderTools tools) : IThirdPartyProvider
{
    // RFC 7636: 43 to 128 characters, all of which are random here.
    private const int VerifierLength = 64;
    private const string VerifierCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    public string Id => config.ThirdPartyId;

    public ThirdPartyProviderConfig Config => config;

    public Task<AuthorisationRedirect> GetAuthorisationRedirectUrlAsync(string redirectUriOnProviderDashboard, string tenantId, CancellationToken cancellationToken = default)
    {
        var endpoint = ProviderUrl.TryRead(config.AuthorizationEndpoint) ?? throw new ThirdPartyProviderException($"The provider {Id} has no AuthorizationEndpoint that is an https URL.");
        var verifier = rules.UsesPkce(config) ? RandomNumberGenerator.GetString(VerifierCharacters, VerifierLength) : null;
        var query = UrlQuery.Merge(
            [
                new("client_id", config.ClientId),
                new("redirect_uri", redirectUriOnProviderDashboard),
                new("response_type", "code"),
                new("scope", config.Scope is { } scope ? string.Join(' ', scope) : null),
                new("code_challenge", verifier is null ? null : Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))),
                new("code_challenge_method", verifier is null ? null : "S256"),
            ],
            config.AuthorizationEndpointQueryParams);
        return Task.FromResult(new AuthorisationRedirect(UrlQuery.Add(endpoint, query), verifier));
    }

    public async Task<OAuthTokens> ExchangeAuthCodeForOAuthTokensAsync(RedirectUriInfo redirectUriInfo, string tenantId, CancellationToken cancellationToken = default)
        => new(await rules.ExchangeAsync(config, redirectUriInfo, tools, cancellationToken)) { AreFromProvider = true };

    public async Task<ThirdPartyUserInfo> GetUserInfoAsync(OAuthTokens oAuthTokens, string tenantId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(oAuthTokens);
        var payload = await ReadIdTokenAsync(oAuthTokens, cancellationToken);
        JsonObject api = [];
        if (oAuthTokens.AccessToken is { } accessToken)
        {
            await CheckAccessTokenAsync(accessToken, isProven: payload is not null || oAuthTokens.AreFromProvider, cancellationToken);
            api = await rules.ReadUserAsync(config, accessToken, tools, cancellationToken);
            CheckSameUser(payload, api, oAuthTokens.AreFromProvider);
        }

        return rules.FindUser(config, new RawUserInfo(payload ?? [], api), oAuthTokens);
    }

    private async Task<JsonObject?> ReadIdTokenAsync(OAuthTokens tokens, CancellationToken cancellationToken)
    {
        var payload = tokens.IdToken is { } idToken && config.JwksUri is { } jwksUri ? await tools.IdTokens.ReadAsync(idToken, config, jwksUri, cancellationToken) : null;

        // Asked without an ID token too: whoever signs in can leave it out, and the scope that brings it.
        var isAccepted = rules.Accepts(config, payload ?? [])
            && (config.ValidateIdTokenPayload is not { } validate || (payload is not null && await validate(payload, config, cancellationToken)));
        return isAccepted ? payload : throw new ThirdPartyProviderException($"The claims of the ID token of the provider {Id} were refused, or it gave none.");
    }

    // A token that another app got for the user must not open their account here.
    private async Task CheckAccessTokenAsync(string accessToken, bool isProven, CancellationToken cancellationToken)
    {
        bool? isOwn = config.ValidateAccessToken is { } validate ? await validate(accessToken, config, cancellationToken)
            : isProven ? true
            : await rules.IsOwnAccessTokenAsync(config, accessToken, tools, cancellationToken);
        if (isOwn is null)
        {
            throw new BadInputException($"The provider {Id} cannot tell for which app an access token was made. Please provide redirectURIInfo or an id_token");
        }

        if (isOwn == false)
        {
            throw new ThirdPartyProviderException($"The access token of the provider {Id} was refused.");
        }
    }

    // OpenID Connect: the answer of the user-info endpoint is only good for the user of the ID token.
    private void CheckSameUser(JsonObject? payload, JsonObject api, bool areFromProvider)
    {
        var subject = UserInfoReader.Text(api, "sub");
        if (payload is not null && api.Count > 0 && (subject is not null || !areFromProvider) && subject != UserInfoReader.Text(payload, "sub"))
        {
            throw new ThirdPartyProviderException($"The ID token and the user-info endpoint of the provider {Id} speak of different users.");
        }
    }
}
