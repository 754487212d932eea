using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.OpenId;

/// <summary>The OpenID recipe's table of endpoints.</summary>
internal sealed class OpenIdEndpoints(IOpenIdApi api) : ISuperTokensEndpoints
{
    private const string RecipeId = "openid";

    public IReadOnlyList<SuperTokensEndpoint> Endpoints => [new(RecipeId, HttpMethods.Get, "/.well-known/openid-configuration", GetConfigurationAsync)];

    private async Task<IResult?> GetConfigurationAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var result = await api.GetOpenIdDiscoveryConfigurationGetAsync(context, cancellationToken);

        // FDI: any client may discover this API.
        context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.Json(result, OpenIdJsonContext.Default.OpenIdDiscoveryConfiguration);
    }
}
