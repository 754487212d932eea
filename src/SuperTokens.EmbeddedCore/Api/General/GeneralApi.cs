using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.General;

/// <summary>Routes of the core itself: health, versions, licence, statistics.</summary>
internal sealed class GeneralApi(CoreServices core) : ICoreApi
{
    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/hello", "") { NeedsApiKey = false, NeedsVersion = false }
            .On("GET", Hello).On("POST", Hello).On("PUT", Hello).On("DELETE", Hello));
        router.Add(new CoreRoute("/", "") { NeedsApiKey = false, NeedsVersion = false }
            .On("GET", Hello).On("POST", Hello).On("PUT", Hello).On("DELETE", Hello));
        router.Add(new CoreRoute("/apiversion", "") { NeedsVersion = false }.On("GET", ApiVersion));
        router.Add(new CoreRoute("/ee/featureflag", "").On("GET", FeatureFlags));
        router.Add(new CoreRoute("/ee/license", "").On("GET", _ => CoreResponse.OfStatus("NO_LICENSE_KEY_FOUND_ERROR")));
        router.Add(new CoreRoute("/telemetry", "") { NeedsVersion = false }.On("GET", _ => CoreResponse.Json(new JsonObject { ["exists"] = false })));
        router.Add(new CoreRoute("/users/count/active", "").On("GET", ActiveUsers));
    }

    private CoreResponse Hello(CoreRequest request)
    {
        core.RequireApp(request);
        return CoreResponse.Text(200, "Hello");
    }

    private CoreResponse ApiVersion(CoreRequest request)
    {
        core.RequireApp(request);
        return CoreResponse.Json(new JsonObject { ["versions"] = new JsonArray([.. CdiVersion.Supported.Select(v => JsonValue.Create(v))]) });
    }

    private CoreResponse FeatureFlags(CoreRequest request)
    {
        core.RequireApp(request);
        // Every feature is on, as in the real core's in-memory database.
        return CoreResponse.Json(new JsonObject
        {
            ["features"] = new JsonArray("account_linking", "multi_tenancy", "test", "dashboard_login", "mfa", "security", "oauth", "saml"),
            ["usageStats"] = new JsonObject(),
            ["status"] = "OK",
        });
    }

    private CoreResponse ActiveUsers(CoreRequest request)
    {
        var since = request.GetLongQuery("since");
        if (since < 0)
        {
            throw CoreRequestException.BadRequest("'since' query parameter must be >= 0");
        }

        var appId = core.RequireAppOnDefaultTenant(request);
        return CoreResponse.Json(new JsonObject
        {
            ["status"] = "OK",
            ["count"] = core.Database.Read(db => ActiveUserStore.CountSince(db, appId, since)),
        });
    }
}
