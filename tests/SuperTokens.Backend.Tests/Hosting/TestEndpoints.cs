using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Hosting;

/// <summary>A recipe's table made of what a test gives it.</summary>
internal sealed class TestEndpoints(params IReadOnlyList<SuperTokensEndpoint> endpoints) : ISuperTokensEndpoints
{
    public IReadOnlyList<SuperTokensEndpoint> Endpoints => endpoints;

    /// <summary>An endpoint that answers with its recipe and tenant.</summary>
    public static SuperTokensEndpoint Echo(string recipeId, string method, string path)
        => new(recipeId, method, path, (api, _) => Task.FromResult<IResult?>(Results.Text($"{recipeId} {api.TenantId}")));
}
