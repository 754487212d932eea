using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>The recipe's endpoints.</summary>
internal sealed class MultitenancyEndpoints : ISuperTokensEndpoints
{
    private readonly IMultitenancyApi _api;

    public MultitenancyEndpoints(IMultitenancyApi api)
    {
        _api = api;
        Endpoints = [new(MultitenancyRecipe.Id, HttpMethods.Get, "/loginmethods", GetLoginMethodsAsync)];
    }

    public IReadOnlyList<SuperTokensEndpoint> Endpoints { get; }

    private async Task<IResult?> GetLoginMethodsAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var clientType = context.HttpContext.Request.Query["clientType"].FirstOrDefault();
        return await _api.GetLoginMethodsAsync(clientType, context, cancellationToken) switch
        {
            LoginMethodsApiResult.Ok ok => TypedResults.Json(LoginMethodsAnswer.From(ok), MultitenancyJsonContext.Default.LoginMethodsAnswer),
            LoginMethodsApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw new InvalidOperationException($"{other.GetType()} is no answer of {nameof(IMultitenancyApi)}."),
        };
    }
}
