using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Hosting;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>SAML, as the core speaks it.</summary>
internal sealed class SamlRecipe(ICoreClient core) : ISamlRecipe
{
    public const string Id = "saml";

    private const string InvalidClient = "INVALID_CLIENT_ERROR";

    private static readonly SamlJsonContext Json = SamlJsonContext.Default;

    public async Task<CreateOrUpdateSamlClientResult> CreateOrUpdateClientAsync(string tenantId, SamlClientInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var body = new CoreSamlClientBody(
            input.ClientId,
            input.ClientSecret,
            input.RedirectUris,
            input.DefaultRedirectUri,
            InBase64(input.MetadataXml),
            input.AllowIdpInitiatedLogin,
            input.EnableRequestSigning);
        var request = CoreRequest.Put(CorePath.Tenant(tenantId, "/recipe/saml/clients"), body, Json.CoreSamlClientBody) with { RecipeId = Id };
        var answer = await SendAsync(request, Json.CoreSamlClientAnswer, cancellationToken);
        return answer.Status switch
        {
            "OK" => new CreateOrUpdateSamlClientResult.Ok(answer.ToClient() ?? throw UnexpectedCoreAnswer.To(request)),
            "INVALID_METADATA_XML_ERROR" => new CreateOrUpdateSamlClientResult.InvalidMetadataXml(),
            "DUPLICATE_IDP_ENTITY_ERROR" => new CreateOrUpdateSamlClientResult.DuplicateIdpEntity(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<ImmutableArray<SamlClient>> ListClientsAsync(string tenantId, CancellationToken cancellationToken = default)
    {
        var request = CoreRequest.Get(CorePath.Tenant(tenantId, "/recipe/saml/clients/list")) with { RecipeId = Id };
        return await SendAsync(request, Json.CoreSamlClientsAnswer, cancellationToken) is { Status: "OK", Clients: { } clients }
            ? [.. clients.Select(client => client?.ToClient() ?? throw UnexpectedCoreAnswer.To(request))]
            : throw UnexpectedCoreAnswer.To(request);
    }

    public async Task<RemoveSamlClientResult> RemoveClientAsync(string tenantId, string clientId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clientId);
        var request = Post(tenantId, "/recipe/saml/clients/remove", new CoreSamlClientRemoval(clientId), Json.CoreSamlClientRemoval);
        return await SendAsync(request, Json.CoreSamlAnswer, cancellationToken) is { Status: "OK", DidExist: { } existed }
            ? new RemoveSamlClientResult(existed)
            : throw UnexpectedCoreAnswer.To(request);
    }

    public async Task<CreateSamlLoginRequestResult> CreateLoginRequestAsync(
        string tenantId, string clientId, string redirectUri, string acsUrl, string? state = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clientId);
        ArgumentNullException.ThrowIfNull(redirectUri);
        ArgumentNullException.ThrowIfNull(acsUrl);
        var request = Post(tenantId, "/recipe/saml/login", new CoreSamlLogin(clientId, redirectUri, state, acsUrl), Json.CoreSamlLogin);
        return await SendAsync(request, Json.CoreSamlAnswer, cancellationToken) switch
        {
            { Status: "OK", SsoRedirectUri: { } address } when IsAddress(address, onTheWeb: true) => new CreateSamlLoginRequestResult.Ok(address),
            { Status: InvalidClient } => new CreateSamlLoginRequestResult.InvalidClient(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<VerifySamlResponseResult> VerifySamlResponseAsync(
        string tenantId, string samlResponse, string? relayState = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(samlResponse);
        var request = Post(tenantId, "/recipe/saml/callback", new CoreSamlCallback(samlResponse, relayState), Json.CoreSamlCallback);
        return await SendCallbackAsync(request, cancellationToken) switch
        {
            { Status: "OK", RedirectUri: { } address } when IsAddress(address, onTheWeb: false) => new VerifySamlResponseResult.Ok(address),
            { Status: "SAML_RESPONSE_VERIFICATION_FAILED_ERROR" } => new VerifySamlResponseResult.VerificationFailed(),
            { Status: "INVALID_RELAY_STATE_ERROR" } => new VerifySamlResponseResult.InvalidRelayState(),
            { Status: InvalidClient } => new VerifySamlResponseResult.InvalidClient(),
            { Status: "IDP_LOGIN_DISALLOWED_ERROR" } => new VerifySamlResponseResult.IdpLoginDisallowed(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<GetSamlUserInfoResult> GetUserInfoAsync(string tenantId, string accessToken, string clientId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accessToken);
        ArgumentNullException.ThrowIfNull(clientId);
        var request = Post(tenantId, "/recipe/saml/user", new CoreSamlUser(accessToken, clientId), Json.CoreSamlUser);
        return await SendAsync(request, Json.CoreSamlUserAnswer, cancellationToken) switch
        {
            { Status: "OK", Claims: { } claims } user => new GetSamlUserInfoResult.Ok(user.Sub, user.Email, claims),
            { Status: "INVALID_TOKEN_ERROR" } => new GetSamlUserInfoResult.InvalidToken(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    private static CoreRequest Post<T>(string tenantId, string path, T body, JsonTypeInfo<T> type)
        => CoreRequest.Post(CorePath.Tenant(tenantId, path), body, type) with { RecipeId = Id };

    // CDI: the core takes Base64 alone, in which there is no '<'.
    private static string InBase64(string metadata)
        => metadata.Contains('<', StringComparison.Ordinal) ? Convert.ToBase64String(Encoding.UTF8.GetBytes(metadata)) : metadata;

    // Apps on phones come back to schemes of their own.
    private static bool IsAddress(string text, bool onTheWeb)
        => Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (!onTheWeb || address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && text.All(character => character is > ' ' and < '\x7f');

    // CDI: the core answers 400 to a response that is no SAML, which whoever posts it has to answer for.
    private async Task<CoreSamlAnswer> SendCallbackAsync(CoreRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(request, Json.CoreSamlAnswer, cancellationToken);
        }
        catch (CoreException refused) when (refused.StatusCode == 400)
        {
            throw new BadInputException("The SAMLResponse cannot be read");
        }
    }

    private async Task<TAnswer> SendAsync<TAnswer>(CoreRequest request, JsonTypeInfo<TAnswer> type, CancellationToken cancellationToken)
    {
        try
        {
            return await core.SendAsync(request, type, cancellationToken);
        }
        catch (CoreException missing) when (missing.StatusCode == 404)
        {
            throw new CoreException($"The SuperTokens core has no {request.Method} {request.Path}. SAML needs a core of version 11.3 or later.", missing)
            {
                StatusCode = missing.StatusCode,
            };
        }
    }
}
