using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Api.Saml;

/// <summary>
/// SAML is the real core's job: signatures of XML and identity providers are no matter for development. These routes answer as the real core
/// does without a licence for it. Like there, whoever has no clients may list and remove them.
/// </summary>
internal sealed class SamlApi(CoreServices core) : ICoreApi
{
    private const string RecipeId = "saml";

    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/saml/clients", RecipeId).On("PUT", SaveClient));
        router.Add(new CoreRoute("/recipe/saml/clients/list", RecipeId).On("GET", Clients));
        router.Add(new CoreRoute("/recipe/saml/clients/remove", RecipeId).On("POST", RemoveClient));
        router.Add(new CoreRoute("/recipe/saml/login", RecipeId).On("POST", Login));
        router.Add(new CoreRoute("/recipe/saml/callback", RecipeId).On("POST", Callback));
        router.Add(new CoreRoute("/recipe/saml/user", RecipeId).On("POST", User));
    }

    private CoreResponse SaveClient(CoreRequest request)
    {
        request.GetOptionalString("clientId");
        request.GetOptionalString("clientSecret");
        request.GetString("defaultRedirectURI");
        var redirects = request.GetOptionalArray("redirectURIs") ?? throw CoreRequestException.BadRequest("Field name 'redirectURIs' is invalid in JSON input");
        if (redirects.Count == 0)
        {
            throw CoreRequestException.BadRequest("redirectURIs is required in the input");
        }

        var metadata = request.GetString("metadataXML");
        request.GetOptionalBoolean("allowIDPInitiatedLogin");
        request.GetOptionalBoolean("enableRequestSigning");
        return Base64.IsValid(metadata) ? NotEnabled(request) : throw CoreRequestException.BadRequest("metadataXML does not have a valid SAML metadata");
    }

    private CoreResponse Clients(CoreRequest request)
    {
        core.RequireTenant(request);
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["clients"] = new JsonArray() });
    }

    private CoreResponse RemoveClient(CoreRequest request)
    {
        request.GetString("clientId");
        core.RequireTenant(request);
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["didExist"] = false });
    }

    private CoreResponse Login(CoreRequest request)
    {
        request.GetString("clientId");
        request.GetString("redirectURI");
        request.GetOptionalString("state");
        request.GetString("acsURL");
        return NotEnabled(request);
    }

    private CoreResponse Callback(CoreRequest request)
    {
        request.GetString("samlResponse");
        request.GetOptionalString("relayState");
        return NotEnabled(request);
    }

    private CoreResponse User(CoreRequest request)
    {
        request.GetString("accessToken");
        request.GetString("clientId");
        return NotEnabled(request);
    }

    private CoreResponse NotEnabled(CoreRequest request)
    {
        core.RequireTenant(request);
        return CoreResponse.Text(402, "SAML feature is not enabled. Please subscribe to a SuperTokens core license key to enable this feature.");
    }
}
