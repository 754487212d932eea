using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Crypto;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Session;

/// <summary>The routes that read, change, list and remove stored sessions.</summary>
internal sealed class StoredSessionApi(CoreServices core) : ICoreApi
{
    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/session/data", "session").On("GET", GetData).On("PUT", SetData));
        router.Add(new CoreRoute("/recipe/jwt/data", "session").On("GET", GetJwtData).On("PUT", SetJwtData));
        router.Add(new CoreRoute("/recipe/session/user", "session").On("GET", OfUser));
        router.Add(new CoreRoute("/recipe/session/remove", "session").On("POST", Remove));
    }

    public CoreResponse Get(CoreRequest request) => WithSession(request, request.GetQuery("sessionHandle"), (_, session) =>
    {
        var json = new JsonObject { ["sessionHandle"] = session.Handle, ["userId"] = session.UserId };
        if (request.Version >= CdiVersion.V4_0)
        {
            json["recipeUserId"] = session.RecipeUserId;
        }

        json["userDataInDatabase"] = session.DataInDatabase;
        json["expiry"] = session.ExpiresAt;
        json["userDataInJWT"] = session.DataInJwt;
        json["timeCreated"] = session.CreatedAt;
        json["status"] = "OK";
        if (request.Version >= CdiVersion.V3_0)
        {
            json["tenantId"] = session.Tenant.TenantId;
        }

        return CoreResponse.Json(json);
    });

    private CoreResponse GetData(CoreRequest request) => WithSession(request, request.GetQuery("sessionHandle"), (_, session) =>
        CoreResponse.Json(new JsonObject { ["status"] = "OK", ["userDataInDatabase"] = session.DataInDatabase }));

    private CoreResponse GetJwtData(CoreRequest request) => WithSession(request, request.GetQuery("sessionHandle"), (_, session) =>
        CoreResponse.Json(new JsonObject { ["status"] = "OK", ["userDataInJWT"] = session.DataInJwt }));

    private CoreResponse SetData(CoreRequest request)
    {
        var handle = request.GetString("sessionHandle");
        var data = request.GetObject("userDataInDatabase");
        return WithSession(request, handle, (db, session) =>
        {
            SessionStore.SetDataInDatabase(db, session.Tenant, session.Handle, CoreJson.Write(data));
            return CoreResponse.OfStatus("OK");
        });
    }

    private CoreResponse SetJwtData(CoreRequest request)
    {
        var handle = request.GetString("sessionHandle");
        var data = request.GetObject("userDataInJWT");
        SessionService.CheckPayload(data, AccessToken.VersionFor(request.Version));
        return WithSession(request, handle, (db, session) =>
        {
            SessionStore.SetDataInJwt(db, session.Tenant, session.Handle, CoreJson.Write(data));
            return CoreResponse.OfStatus("OK");
        });
    }

    private CoreResponse OfUser(CoreRequest request)
    {
        var userId = request.GetQuery("userId");
        var handles = HandlesOf(
            request,
            userId,
            allTenants: IsTrueOrAbsent(request.GetOptionalQuery("fetchAcrossAllTenants")),
            linkedAccounts: IsTrueOrAbsent(request.GetOptionalQuery("fetchSessionsForAllLinkedAccounts")));
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["sessionHandles"] = Strings(handles) });
    }

    private CoreResponse Remove(CoreRequest request)
    {
        var userId = request.GetOptionalString("userId");
        var handles = request.GetOptionalStrings("sessionHandles");
        if ((userId is null) == (handles is null))
        {
            throw CoreRequestException.BadRequest("Invalid JSON input - use one of userId or sessionHandles array");
        }

        var allTenants = ForUserOnly(request, userId, "revokeAcrossAllTenants");
        var linkedAccounts = ForUserOnly(request, userId, "revokeSessionsForLinkedAccounts");
        var appId = core.RequireApp(request);
        handles ??= HandlesOf(request, userId!, allTenants, linkedAccounts);
        var removed = core.Database.Write(db =>
        {
            if (userId is not null)
            {
                ActiveUserStore.Touch(db, appId, UserIdMappingStore.InternalId(db, appId, userId), core.Now);
            }

            return handles.Where(handle => SessionStore.Remove(db, new TenantKey(appId, SessionStore.TenantOf(handle)), handle)).ToList();
        });
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["sessionHandlesRevoked"] = Strings(removed) });
    }

    // The tenant of a session comes from its handle; that of the request's path is not asked.
    private CoreResponse WithSession(CoreRequest request, string handle, Func<DatabaseScope, SessionRow, CoreResponse> answer)
    {
        var tenant = core.RequireTenant(new TenantKey(core.RequireApp(request), SessionStore.TenantOf(handle)));
        return core.Database.Write(db =>
            SessionStore.Find(db, tenant, handle) is { } session && session.ExpiresAt > core.Now
                ? answer(db, session)
                : CoreResponse.Json(new JsonObject { ["status"] = "UNAUTHORISED", ["message"] = "Session does not exist." }));
    }

    private List<string> HandlesOf(CoreRequest request, string userId, bool allTenants, bool linkedAccounts)
    {
        var appId = allTenants ? core.RequireAppOnDefaultTenant(request) : core.RequireTenant(request).AppId;
        return core.Database.Read(db =>
        {
            // The real core looks up neither external ids nor linked users by one; an app that maps ids must see the same here.
            var userIds = new HashSet<string>(StringComparer.Ordinal) { userId };
            if (linkedAccounts && UserStore.Find(db, appId, userId) is { IsPrimary: true } user)
            {
                userIds.UnionWith(user.LoginMethods.Select(method => method.UserId));
            }

            return SessionStore.HandlesOf(db, appId, allTenants ? null : request.Tenant.TenantId, userIds, core.Now);
        });
    }

    private static bool ForUserOnly(CoreRequest request, string? userId, string name)
    {
        var value = request.GetOptionalBoolean(name);
        return value is not null && userId is null
            ? throw CoreRequestException.BadRequest($"Invalid JSON input - {name} can only be set if userId is set")
            : value ?? true;
    }

    private static bool IsTrueOrAbsent(string? value) => value is null || value.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
