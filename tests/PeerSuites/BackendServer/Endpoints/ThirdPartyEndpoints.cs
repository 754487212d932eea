using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokens.PeerSuites.BackendServer.Setup;

namespace SuperTokens.PeerSuites.BackendServer.Endpoints;

internal static class ThirdPartyEndpoints
{
    public static void MapThirdParty(this WebApplication app)
    {
        app.MapCall("/thirdparty/manuallycreateorupdateuser", async call =>
        {
            var session = await call.SessionAsync();
            var result = await call.Get<IThirdPartyRecipe>().ManuallyCreateOrUpdateUserAsync(
                call.TenantId, call.Text("thirdPartyId"), call.Text("thirdPartyUserId"), call.Text("email"), call.Flag("isVerified"), session, session is not null, call.Cancelled);
            return result is CreateOrUpdateUserResult.EmailChangeNotAllowed refused
                ? new JsonObject { ["status"] = "EMAIL_CHANGE_NOT_ALLOWED_ERROR", ["reason"] = Reason(refused.Refusal) }
                : result;
        });
        app.MapCall("/thirdparty/getprovider", async call =>
            await call.Get<IThirdPartyRecipe>().GetProviderAsync(call.TenantId, call.Text("thirdPartyId"), call.Body.Text("clientType"), call.Cancelled) is GetProviderResult.Ok { Provider: var provider }
                ? new JsonObject { ["id"] = provider.Id, ["config"] = Config(provider.Config) }
                : new JsonObject());
    }

    private static string Reason(EmailChangeRefusal refusal) => refusal == EmailChangeRefusal.PrimaryUserConflict
        ? "Email already associated with another primary user."
        : "New email cannot be applied to existing account because of account takeover risks.";

    private static JsonObject Config(ThirdPartyProviderConfig config)
    {
        var json = new JsonObject { ["thirdPartyId"] = config.ThirdPartyId, ["clientId"] = config.ClientId };
        Add("name", config.Name);
        Add("clientType", config.ClientType);
        Add("clientSecret", config.ClientSecret);
        Add("authorizationEndpoint", config.AuthorizationEndpoint);
        Add("tokenEndpoint", config.TokenEndpoint);
        Add("userInfoEndpoint", config.UserInfoEndpoint);
        Add("jwksURI", config.JwksUri);
        Add("oidcDiscoveryEndpoint", config.OidcDiscoveryEndpoint);
        json["scope"] = config.Scope is { } scope ? new JsonArray([.. scope.Select(text => (JsonNode?)text)]) : null;
        json["additionalConfig"] = new JsonObject(config.AdditionalConfig.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        return json;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }
    }
}
