using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>Knows requests that bring nothing a session could be found by, so that nobody has to look for one.</summary>
/// <param name="isOriginal">Whether sessions are SuperTokens' own. An override of the recipe may find sessions by something else.</param>
internal sealed class TokenlessRequests(bool isOriginal)
{
    public bool Contains(HttpContext context)
    {
        var headers = context.Request.Headers;
        return isOriginal
            && headers.Cookie.Count == 0
            && headers.Authorization.Count == 0
            && context.GetEndpoint()?.Metadata.GetMetadata<AccessTokenInQuery>() is null;
    }
}
