using System.Text.Json.Nodes;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>The request that exchanges a code for tokens.</summary>
internal static class CodeExchange
{
    /// <summary>The fields most providers want.</summary>
    /// <param name="config">The provider.</param>
    /// <param name="info">What people came back with.</param>
    /// <returns>The fields, the client's secret among them.</returns>
    /// <exception cref="BadInputException">There is no code.</exception>
    public static IEnumerable<KeyValuePair<string, string?>> Fields(ThirdPartyProviderConfig config, RedirectUriInfo info) =>
    [
        new("client_id", config.ClientId),
        new("redirect_uri", info.RedirectUriOnProviderDashboard),
        new("code", UserInfoReader.Text(info.RedirectUriQueryParams, "code") ?? throw new BadInputException("Please provide the code in redirectURIQueryParams")),
        new("grant_type", "authorization_code"),
        new("client_secret", config.ClientSecret),
        new("code_verifier", info.PkceCodeVerifier),
    ];

    /// <summary>Sends the request.</summary>
    /// <param name="config">The provider.</param>
    /// <param name="fields">The fields, to which the provider's settings may add.</param>
    /// <param name="headers">Headers.</param>
    /// <param name="tools">What providers are asked with.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The provider's answer, with a token in it.</returns>
    /// <exception cref="ThirdPartyProviderException">The provider failed or gave no token.</exception>
    public static async Task<JsonObject> SendAsync(
        ThirdPartyProviderConfig config,
        IEnumerable<KeyValuePair<string, string?>> fields,
        IEnumerable<KeyValuePair<string, string?>> headers,
        ProviderTools tools,
        CancellationToken cancellationToken)
    {
        var endpoint = config.TokenEndpoint ?? throw new ThirdPartyProviderException($"The provider {config.ThirdPartyId} has no TokenEndpoint.");
        using var form = ProviderHttp.Form(UrlQuery.Merge(fields, config.TokenEndpointBodyParams));
        var answer = await tools.Http.PostAsync(config.ThirdPartyId, endpoint, form, headers, cancellationToken) as JsonObject;

        // GitHub says that a code is wrong with status 200.
        return answer is not null && new OAuthTokens(answer) is { AccessToken: not null } or { IdToken: not null }
            ? answer!
            : throw new ThirdPartyProviderException($"The provider {config.ThirdPartyId} gave no token for the code.");
    }
}
