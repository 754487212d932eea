using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Hosting;

/// <summary>One endpoint of the FDI. Each recipe has a table of them.</summary>
/// <param name="RecipeId">The recipe's id on the wire, such as <c>emailpassword</c>; older frontends send it as <c>rid</c>.</param>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Path">The path below the API base path and the tenant, such as <c>/signin</c>.</param>
/// <param name="Handler">Parses and checks the request, calls the recipe's API and shapes its answer; null means "not handled".</param>
internal sealed record SuperTokensEndpoint(
    string RecipeId,
    string Method,
    string Path,
    Func<ApiContext, CancellationToken, Task<IResult?>> Handler);
