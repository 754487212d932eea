using System.Globalization;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Jwt;

/// <summary>The JWT recipe's table of endpoints.</summary>
internal sealed class JwtEndpoints(IJwtApi api) : ISuperTokensEndpoints
{
    public const string JwksPath = "/jwt/jwks.json";

    private const string RecipeId = "jwt";

    public IReadOnlyList<SuperTokensEndpoint> Endpoints => [new(RecipeId, HttpMethods.Get, JwksPath, GetJwksAsync)];

    private async Task<IResult?> GetJwksAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var result = await api.GetJwksGetAsync(context, cancellationToken);
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"max-age={(long)result.Validity.TotalSeconds}, must-revalidate");

        // FDI: public keys are for everyone's eyes.
        headers.AccessControlAllowOrigin = "*";
        return Results.Json(new JwksAnswer(result.Keys), JwtJsonContext.Default.JwksAnswer);
    }
}
