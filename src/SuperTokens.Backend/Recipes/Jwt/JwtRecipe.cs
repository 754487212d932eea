using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Recipes.Jwt;

/// <summary>The JWT recipe against the core.</summary>
internal sealed class JwtRecipe(ICoreClient core, SuperTokensAppInfo appInfo, IOptions<JwtOptions> options) : IJwtRecipe
{
    private const string RecipeId = "jwt";

    // The core's overlap of replaced signing keys; what supertokens-node takes when the core says nothing.
    private static readonly TimeSpan DefaultValidity = TimeSpan.FromSeconds(60);

    public async Task<CreateJwtResult> CreateJwtAsync(
        JsonObject payload, TimeSpan? validity = null, bool useStaticSigningKey = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var body = new CoreCreateJwtRequest(
            payload, (long)(validity ?? options.Value.Validity).TotalSeconds, useStaticSigningKey, "RS256", appInfo.ApiDomain);
        var request = CoreRequest.Post(CorePath.App("/recipe/jwt"), body, JwtJsonContext.Default.CoreCreateJwtRequest) with { RecipeId = RecipeId };
        var answer = await core.SendAsync(request, JwtJsonContext.Default.CoreCreateJwtAnswer, cancellationToken);
        return answer switch
        {
            { Status: "OK", Jwt: { } jwt } => new CreateJwtResult.Ok(jwt),
            { Status: "UNSUPPORTED_ALGORITHM_ERROR" } => new CreateJwtResult.UnsupportedAlgorithm(),
            _ => throw new CoreException("The SuperTokens core answered POST /recipe/jwt with neither a token nor a known status."),
        };
    }

    public async Task<JwksResult> GetJwksAsync(CancellationToken cancellationToken = default)
    {
        var validity = DefaultValidity;
        var request = CoreRequest.Get(CorePath.App("/.well-known/jwks.json")) with
        {
            OnResponseHeaders = headers => validity = headers.CacheControl?.MaxAge ?? DefaultValidity,
        };
        var answer = await core.SendAsync(request, JwtJsonContext.Default.JwksAnswer, cancellationToken);
        return answer.Keys.Any(key => key is null) ? throw UnexpectedCoreAnswer.To(request) : new JwksResult(answer.Keys, validity);
    }
}
