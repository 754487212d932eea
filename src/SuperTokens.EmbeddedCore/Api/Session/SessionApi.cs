using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Crypto;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Session;

/// <summary>The routes that make, check and renew sessions. Those that read and change stored sessions: <see cref="StoredSessionApi"/>.</summary>
internal sealed class SessionApi(CoreServices core) : ICoreApi
{
    private readonly SessionService _sessions = new(core);

    public void Map(CoreRouter router)
    {
        var stored = new StoredSessionApi(core);
        router.Add(new CoreRoute("/recipe/session", "session").On("POST", Create).On("GET", stored.Get));
        router.Add(new CoreRoute("/recipe/session/verify", "session").On("POST", Checked(Verify)));
        router.Add(new CoreRoute("/recipe/session/refresh", "session").On("POST", Checked(Refresh)));
        router.Add(new CoreRoute("/recipe/session/regenerate", "session").On("POST", Checked(Regenerate)));
        router.Add(new CoreRoute("/recipe/handshake", "session"));
        stored.Map(router);
    }

    // Before 2.21, sessions had tokens and answers of another shape, which no SDK that speaks 3.0 or later asks for. They can be made, to see
    // what becomes of people who signed in before an upgrade.
    private static CoreHandler Checked(CoreHandler handler) => request => request.Version >= CdiVersion.V2_21
        ? handler(request)
        : throw CoreRequestException.BadRequest($"The embedded core has sessions from cdi-version 2.21 on, and was asked for {request.Version}");

    private CoreResponse Create(CoreRequest request)
    {
        var userId = request.GetString("userId");
        var antiCsrf = request.GetBoolean("enableAntiCsrf");
        var dataInJwt = request.GetObject("userDataInJWT");
        var dataInDatabase = request.GetObject("userDataInDatabase");
        var tenant = core.RequireTenant(request);
        var useStaticKey = request.GetOptionalBoolean("useDynamicSigningKey") == false;
        return Answer(request, _sessions.Create(tenant, AccessToken.VersionFor(request.Version), userId, dataInJwt, dataInDatabase, antiCsrf, useStaticKey));
    }

    private CoreResponse Verify(CoreRequest request)
    {
        var token = request.GetString("accessToken");
        var antiCsrfToken = request.GetOptionalString("antiCsrfToken");
        var checkAntiCsrf = request.GetBoolean("doAntiCsrfCheck");
        var antiCsrf = request.GetBoolean("enableAntiCsrf");
        var appId = core.RequireApp(request);
        var checkDatabase = request.GetBoolean("checkDatabase");
        return Answer(request, _sessions.Verify(appId, token, antiCsrfToken, checkAntiCsrf && antiCsrf, checkDatabase));
    }

    private CoreResponse Refresh(CoreRequest request)
    {
        var token = request.GetString("refreshToken");
        var antiCsrfToken = request.GetOptionalString("antiCsrfToken");
        var antiCsrf = request.GetBoolean("enableAntiCsrf");
        bool? useDynamicKey = request.Version < CdiVersion.V3_0 ? null
            : request.Version < CdiVersion.V5_0 ? request.GetOptionalBoolean("useDynamicSigningKey")
            : request.GetBoolean("useDynamicSigningKey");
        core.RequireTenant(request);
        var appId = core.RequireApp(request);
        return Answer(request, _sessions.Refresh(appId, AccessToken.VersionFor(request.Version), token, antiCsrfToken, antiCsrf, !useDynamicKey));
    }

    private CoreResponse Regenerate(CoreRequest request)
    {
        var token = request.GetString("accessToken");
        var data = request.GetOptionalObject("userDataInJWT");
        var appId = core.RequireApp(request);
        return Answer(request, _sessions.Regenerate(appId, token, data));
    }

    private static CoreResponse Answer(CoreRequest request, SessionResult result) => result switch
    {
        SessionResult.Ok ok => CoreResponse.Json(OkJson(ok, request.Version)),
        SessionResult.TryRefresh tryRefresh => CoreResponse.Json(new JsonObject { ["status"] = "TRY_REFRESH_TOKEN", ["message"] = tryRefresh.Message }),
        SessionResult.Unauthorised unauthorised => CoreResponse.Json(new JsonObject { ["status"] = "UNAUTHORISED", ["message"] = unauthorised.Message }),
        SessionResult.Theft theft => CoreResponse.Json(new JsonObject
        {
            ["status"] = "TOKEN_THEFT_DETECTED",
            ["session"] = SessionJson(theft.Handle, theft.UserId, theft.RecipeUserId, request.Version),
        }),
        SessionResult.Failed failed => CoreResponse.Text(500, failed.Message),
        _ => throw new InvalidOperationException($"{result.GetType().Name} has no answer."),
    };

    private static JsonObject OkJson(SessionResult.Ok ok, CdiVersion version)
    {
        var token = ok.Token;
        var session = SessionJson(token.Handle, token.UserId, token.RecipeUserId, version);
        session["userDataInJWT"] = ok.UserData.DeepClone();
        if (version >= CdiVersion.V3_0)
        {
            session["tenantId"] = token.Tenant.TenantId;
        }

        var json = new JsonObject { ["session"] = session };
        if (ok.SignedToken is not null)
        {
            json["accessToken"] = TokenJson(ok.SignedToken, token.ExpiresAt * 1000, token.IssuedAt * 1000);
        }

        if (ok.RefreshToken is { } refresh)
        {
            json["refreshToken"] = TokenJson(refresh.Token, refresh.ExpiresAt, refresh.CreatedAt);
            if (token.AntiCsrfToken is not null)
            {
                json["antiCsrfToken"] = token.AntiCsrfToken;
            }
        }

        json["status"] = "OK";
        return json;
    }

    private static JsonObject SessionJson(string handle, string userId, string recipeUserId, CdiVersion version)
    {
        var session = new JsonObject { ["handle"] = handle, ["userId"] = userId };
        if (version >= CdiVersion.V4_0)
        {
            session["recipeUserId"] = recipeUserId;
        }

        return session;
    }

    private static JsonObject TokenJson(string token, long expiresAt, long createdAt) =>
        new() { ["token"] = token, ["expiry"] = expiresAt, ["createdTime"] = createdAt };
}
