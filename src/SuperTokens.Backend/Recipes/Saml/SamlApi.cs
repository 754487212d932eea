using Microsoft.Extensions.Logging;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>The recipe's flows.</summary>
internal sealed class SamlApi(ISamlRecipe recipe, SuperTokensAppInfo appInfo, ILogger<SamlApi> logger) : ISamlApi
{
    public async Task<SamlLoginApiResult> LoginAsync(string clientId, string redirectUri, string? state, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var acsUrl = $"{appInfo.ApiDomain}{appInfo.ApiBasePath}/{context.TenantId}{SamlEndpoints.CallbackPath}";
        switch (await recipe.CreateLoginRequestAsync(context.TenantId, clientId, redirectUri, acsUrl, state, cancellationToken))
        {
            case CreateSamlLoginRequestResult.Ok ok:
                return new SamlLoginApiResult.Redirect(ok.RedirectUri);
            case CreateSamlLoginRequestResult.InvalidClient:
                logger.LoginRefused(context.TenantId);
                return new SamlLoginApiResult.InvalidClient();
            case var other:
                throw NoResult(other);
        }
    }

    public async Task<SamlCallbackApiResult> CallbackAsync(string samlResponse, string? relayState, ApiContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        SamlCallbackApiResult result = await recipe.VerifySamlResponseAsync(context.TenantId, samlResponse, relayState, cancellationToken) switch
        {
            VerifySamlResponseResult.Ok ok => new SamlCallbackApiResult.Redirect(ok.RedirectUri),
            VerifySamlResponseResult.VerificationFailed => new SamlCallbackApiResult.VerificationFailed(),
            VerifySamlResponseResult.InvalidRelayState => new SamlCallbackApiResult.InvalidRelayState(),
            VerifySamlResponseResult.InvalidClient => new SamlCallbackApiResult.InvalidClient(),
            VerifySamlResponseResult.IdpLoginDisallowed => new SamlCallbackApiResult.IdpLoginDisallowed(),
            var other => throw NoResult(other),
        };
        if (result is not SamlCallbackApiResult.Redirect)
        {
            logger.ResponseRefused(context.TenantId, result.GetType().Name);
        }

        return result;
    }

    private static InvalidOperationException NoResult(object? result) => new($"{result?.GetType().Name ?? "null"} is no result of {nameof(ISamlRecipe)}.");
}
