using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>The recipe's endpoints.</summary>
internal sealed class ThirdPartyEndpoints : ISuperTokensEndpoints
{
    // Apple's form is a code, a state and a name.
    private const int MaxFormSize = 64 * 1024;

    private readonly IThirdPartyApi _api;
    private readonly AuthFlow _auth;
    private readonly IThirdPartyRecipe _recipe;

    public ThirdPartyEndpoints(IThirdPartyApi api, IThirdPartyRecipe recipe, AuthFlow auth)
    {
        _api = api;
        _recipe = recipe;
        _auth = auth;
        Endpoints =
        [
            new(ThirdPartyRecipe.Id, HttpMethods.Post, "/signinup", SignInUpAsync),
            new(ThirdPartyRecipe.Id, HttpMethods.Get, "/authorisationurl", GetAuthorisationUrlAsync),
            new(ThirdPartyRecipe.Id, HttpMethods.Post, "/callback/apple", RedirectFromAppleAsync),
        ];
    }

    public IReadOnlyList<SuperTokensEndpoint> Endpoints { get; }

    private async Task<IResult?> GetAuthorisationUrlAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var query = context.HttpContext.Request.Query;
        if (query["thirdPartyId"] is not [{ } thirdPartyId])
        {
            throw new BadInputException("Please provide the thirdPartyId as a GET param");
        }

        if (query["redirectURIOnProviderDashboard"] is not [{ } redirectUri])
        {
            throw new BadInputException("Please provide the redirectURIOnProviderDashboard as a GET param");
        }

        var provider = await FindProviderAsync(context.TenantId, thirdPartyId, query["clientType"].FirstOrDefault(), cancellationToken);
        return await _api.GetAuthorisationUrlAsync(provider, redirectUri, context, cancellationToken) switch
        {
            AuthorisationUrlApiResult.Ok ok => AuthorisationUrlAnswer.Of(ok.Redirect),
            AuthorisationUrlApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw NoAnswer(other),
        };
    }

    private async Task<IResult?> SignInUpAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var body = await JsonRequestBody.ReadAsync(context, cancellationToken);
        var thirdPartyId = TextOf(body, "thirdPartyId") ?? throw new BadInputException("Please provide the thirdPartyId in request body");
        var redirect = ReadRedirect(body);
        var tokens = redirect is null ? ReadTokens(body) : null;
        var clientType = OptionalTextOf(body, "clientType");
        var request = await _auth.ReadAsync(context, body, cancellationToken);

        // Of the tenant that is signed in to: the provider of the path's says nothing about the users of the session's.
        var provider = await FindProviderAsync(request.TenantId, thirdPartyId, clientType, cancellationToken);
        var input = new ThirdPartyAuthInput
        {
            Provider = provider,
            RedirectUriInfo = redirect,
            OAuthTokens = tokens,
            TenantId = request.TenantId,
            Session = request.Session,
            ShouldTryLinkingWithSessionUser = request.ShouldTryLinkingWithSessionUser,
        };
        return await _api.SignInUpAsync(input, context, cancellationToken) switch
        {
            ThirdPartySignInUpApiResult.Ok ok => SignInUpAnswer.Of(ok, context.FdiVersion),
            ThirdPartySignInUpApiResult.NoEmailGivenByProvider => SignInUpAnswer.Of("NO_EMAIL_GIVEN_BY_PROVIDER"),
            ThirdPartySignInUpApiResult.NotAllowed notAllowed => SignInUpAnswer.Of("SIGN_IN_UP_NOT_ALLOWED", notAllowed.Reason),
            ThirdPartySignInUpApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw NoAnswer(other),
        };
    }

    private async Task<IResult?> RedirectFromAppleAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var form = await FormRequestBody.ReadAsync(context, MaxFormSize, cancellationToken);
        switch (await _api.RedirectFromAppleAsync(form, context, cancellationToken))
        {
            case AppleRedirectApiResult.Redirect redirect:
                // FDI: 303, so that the browser comes with GET. The page's address holds a code.
                var headers = context.HttpContext.Response.Headers;
                headers.Location = redirect.Location;
                headers[HeaderNames.CacheControl] = "no-store";
                return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
            case AppleRedirectApiResult.GeneralError error:
                return GeneralErrorAnswer.Of(error.Message);
            case var other:
                throw NoAnswer(other);
        }
    }

    private async Task<IThirdPartyProvider> FindProviderAsync(string tenantId, string thirdPartyId, string? clientType, CancellationToken cancellationToken)
        => await _recipe.GetProviderAsync(tenantId, thirdPartyId, clientType, cancellationToken) switch
        {
            GetProviderResult.Ok ok => ok.Provider,
            GetProviderResult.UnknownProvider => throw new BadInputException($"the provider {thirdPartyId} could not be found in the configuration"),
            GetProviderResult.UnknownClientType => throw new BadInputException(
                clientType is null
                    ? $"the provider {thirdPartyId} has several clients: please provide the clientType"
                    : $"Could not find client config for clientType: {clientType}"),
            var other => throw NoAnswer(other),
        };

    private static RedirectUriInfo? ReadRedirect(JsonElement body)
    {
        if (!body.TryGetProperty("redirectURIInfo", out var info) || info.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (info.ValueKind != JsonValueKind.Object)
        {
            throw new BadInputException("redirectURIInfo must be an object");
        }

        var redirectUri = TextOf(info, "redirectURIOnProviderDashboard") ?? throw new BadInputException("Please provide the redirectURIOnProviderDashboard in request body");
        return info.TryGetProperty("redirectURIQueryParams", out var query) && query.ValueKind == JsonValueKind.Object
            ? new RedirectUriInfo(redirectUri, JsonObject.Create(query)!, OptionalTextOf(info, "pkceCodeVerifier"))
            : throw new BadInputException("Please provide the redirectURIQueryParams in request body");
    }

    private static OAuthTokens ReadTokens(JsonElement body)
        => body.TryGetProperty("oAuthTokens", out var tokens) && tokens.ValueKind == JsonValueKind.Object
            ? new OAuthTokens(JsonObject.Create(tokens)!)
            : throw new BadInputException("Please provide one of redirectURIInfo or oAuthTokens in the request body");

    private static string? TextOf(JsonElement json, string name)
        => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? OptionalTextOf(JsonElement json, string name)
        => !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString()
            : throw new BadInputException($"{name} must be a string");

    private static InvalidOperationException NoAnswer(object? result) => new($"{result?.GetType().Name ?? "null"} is no answer of {nameof(IThirdPartyApi)}.");
}
