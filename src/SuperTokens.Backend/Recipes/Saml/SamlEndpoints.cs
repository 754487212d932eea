using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>The recipe's endpoints.</summary>
internal sealed class SamlEndpoints : ISuperTokensEndpoints
{
    public const string LoginPath = "/saml/login";
    public const string CallbackPath = "/saml/callback";

    private const string Response = "SAMLResponse";
    private const string RelayState = "RelayState";

    private readonly ISamlApi _api;

    public SamlEndpoints(ISamlApi api)
    {
        _api = api;
        Endpoints =
        [
            new(SamlRecipe.Id, HttpMethods.Get, LoginPath, LoginAsync),
            new(SamlRecipe.Id, HttpMethods.Post, CallbackPath, CallbackAsync),
        ];
    }

    public IReadOnlyList<SuperTokensEndpoint> Endpoints { get; }

    private async Task<IResult?> LoginAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var query = context.HttpContext.Request.Query;
        if (query["client_id"] is not [{ } clientId])
        {
            throw new BadInputException("Please provide the clientId as a GET param");
        }

        if (query["redirect_uri"] is not [{ } redirectUri])
        {
            throw new BadInputException("Please provide the redirectURI as a GET param");
        }

        if (query["state"] is not { Count: <= 1 } state)
        {
            throw new BadInputException("Please provide the state once as a GET param");
        }

        return await _api.LoginAsync(clientId, redirectUri, state, context, cancellationToken) switch
        {
            SamlLoginApiResult.Redirect redirect => Redirect(context, redirect.Location),

            // RFC 6749, 4.1.2.1: where the client or the redirect is wrong, people are sent nowhere.
            SamlLoginApiResult.InvalidClient => SamlStatusAnswer.Of("INVALID_CLIENT_ERROR"),
            SamlLoginApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw NoAnswer(other),
        };
    }

    private async Task<IResult?> CallbackAsync(ApiContext context, CancellationToken cancellationToken)
    {
        var (posted, relayState) = await ReadAsync(context, cancellationToken);

        // RFC 2045 allows Base64 in lines, which the core does not read.
        var response = posted is null ? null : string.Concat(posted.Where(character => !char.IsWhiteSpace(character)));
        if (string.IsNullOrEmpty(response))
        {
            throw new BadInputException($"Please provide the {Response} in request body");
        }

        if (!Base64.IsValid(response))
        {
            throw new BadInputException($"The {Response} must be in Base64");
        }

        return await _api.CallbackAsync(response, relayState, context, cancellationToken) switch
        {
            SamlCallbackApiResult.Redirect redirect => Redirect(context, redirect.Location),
            SamlCallbackApiResult.VerificationFailed => SamlStatusAnswer.Of("SAML_RESPONSE_VERIFICATION_FAILED_ERROR"),
            SamlCallbackApiResult.InvalidRelayState => SamlStatusAnswer.Of("INVALID_RELAY_STATE_ERROR"),
            SamlCallbackApiResult.InvalidClient => SamlStatusAnswer.Of("INVALID_CLIENT_ERROR"),
            SamlCallbackApiResult.IdpLoginDisallowed => SamlStatusAnswer.Of("IDP_LOGIN_DISALLOWED_ERROR"),
            SamlCallbackApiResult.GeneralError error => GeneralErrorAnswer.Of(error.Message),
            var other => throw NoAnswer(other),
        };
    }

    // SAML's browsers post a form; supertokens-node takes JSON too.
    private static async Task<(string? Response, string? RelayState)> ReadAsync(ApiContext context, CancellationToken cancellationToken)
    {
        if (context.HttpContext.Request.HasFormContentType)
        {
            var form = await FormRequestBody.ReadAsync(context, context.MaxBodySize, cancellationToken);
            return (form.GetValueOrDefault(Response), form.GetValueOrDefault(RelayState));
        }

        var body = await JsonRequestBody.ReadAsync(context, cancellationToken);
        return (TextOf(body, Response), TextOf(body, RelayState));
    }

    private static string? TextOf(JsonElement body, string name)
        => !body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString()
            : throw new BadInputException($"{name} must be a string");

    // FDI: 302, on which every browser goes on with GET. The address holds a code, or the request to the identity provider.
    private static StatusCodeHttpResult Redirect(ApiContext context, string location)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.Location = location;
        headers[HeaderNames.CacheControl] = "no-store";
        return TypedResults.StatusCode(StatusCodes.Status302Found);
    }

    private static InvalidOperationException NoAnswer(object? result) => new($"{result?.GetType().Name ?? "null"} is no answer of {nameof(ISamlApi)}.");
}
