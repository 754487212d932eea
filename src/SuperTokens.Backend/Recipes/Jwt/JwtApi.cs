using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Jwt;

/// <summary>The JWT recipe's endpoints.</summary>
internal sealed class JwtApi(IJwtRecipe recipe) : IJwtApi
{
    public Task<JwksResult> GetJwksGetAsync(ApiContext context, CancellationToken cancellationToken = default) => recipe.GetJwksAsync(cancellationToken);
}
