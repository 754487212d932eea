using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.UserIdMapping;

/// <summary>External user ids. Source of the rules: the core's <c>UserIdMapping</c>.</summary>
internal sealed class UserIdMappingApi(CoreServices core) : ICoreApi
{
    private const string RecipeId = "useridmapping";

    private const int MaxExternalIdLength = 128;
    private const string Any = "ANY";
    private const string OfSuperTokens = "SUPERTOKENS";
    private const string External = "EXTERNAL";

    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/userid/map", RecipeId).On("GET", Get).On("POST", Create));
        router.Add(new CoreRoute("/recipe/userid/map/remove", RecipeId).On("POST", Remove));
        router.Add(new CoreRoute("/recipe/userid/external-user-id-info", RecipeId).On("PUT", SetInfo));
    }

    private CoreResponse Get(CoreRequest request)
    {
        var userId = NotEmpty(request.GetQuery("userId"), "userId");
        var type = TypeOf(request.GetOptionalQuery("userIdType"));
        var appId = core.RequireAppOnDefaultTenant(request);
        if (core.Database.Read(db => Find(db, appId, userId, type)) is not { } mapping)
        {
            return CoreResponse.OfStatus("UNKNOWN_MAPPING_ERROR");
        }

        var json = new JsonObject
        {
            ["status"] = "OK",
            ["superTokensUserId"] = mapping.UserId,
            ["externalUserId"] = mapping.ExternalUserId,
        };
        if (mapping.Info is not null)
        {
            json["externalUserIdInfo"] = mapping.Info;
        }

        return CoreResponse.Json(json);
    }

    private CoreResponse Create(CoreRequest request)
    {
        var userId = NotEmpty(request.GetString("superTokensUserId"), "superTokensUserId");
        var externalUserId = CoreRequestException.CheckLength(
            NotEmpty(request.GetString("externalUserId"), "externalUserId"), MaxExternalIdLength, "externalUserId");
        var info = request.Body.ContainsKey("externalUserIdInfo") ? InfoOf(request) : null;
        var force = request.GetOptionalBoolean("force") ?? false;
        var appId = core.RequireAppOnDefaultTenant(request);
        return core.Database.Write(db =>
        {
            if (UserIdMappingStore.FindByExternalId(db, appId, externalUserId) is { } other)
            {
                return AlreadyExists(ofUser: other.UserId == userId, ofExternal: true);
            }

            if (UserStore.Find(db, appId, userId) is null)
            {
                return CoreResponse.OfStatus("UNKNOWN_SUPERTOKENS_USER_ID_ERROR");
            }

            var uses = force ? [] : UserIdUse.All(db, appId, userId).ToList();
            if (!force && UserStore.Find(db, appId, externalUserId) is not null)
            {
                throw CoreRequestException.BadRequest("Cannot create a userId mapping where the externalId is also a SuperTokens userID");
            }

            // Verified addresses come with signing up at a provider: they move along and do not stand in the way.
            var moves = uses is [UserIdUse.EmailVerification] && request.Version >= CdiVersion.V4_0;
            if (uses.Count > 0 && !moves)
            {
                throw InUse(uses[0]);
            }

            if (UserIdMappingStore.FindByUserId(db, appId, userId) is not null)
            {
                return AlreadyExists(ofUser: true, ofExternal: false);
            }

            if (moves)
            {
                EmailVerificationStore.Move(db, appId, userId, externalUserId);
            }

            UserIdMappingStore.Add(db, appId, new UserIdMappingRow(userId, externalUserId, info));
            return CoreResponse.OfStatus("OK");
        });
    }

    private CoreResponse Remove(CoreRequest request)
    {
        var userId = NotEmpty(request.GetString("userId"), "userId");
        var type = TypeOf(request.GetOptionalString("userIdType"));
        var force = request.GetOptionalBoolean("force") ?? false;
        var appId = core.RequireAppOnDefaultTenant(request);
        var existed = core.Database.Write(db =>
        {
            if (Find(db, appId, userId, type) is not { } mapping)
            {
                return false;
            }

            // Amid a migration of users, an external id may be another user's own id, and what is kept under it that user's.
            if (!force
                && UserStore.Find(db, appId, mapping.ExternalUserId) is null
                && UserIdUse.All(db, appId, mapping.ExternalUserId).FirstOrDefault() is { } use)
            {
                throw InUse(use);
            }

            UserIdMappingStore.Remove(db, appId, mapping.UserId);
            return true;
        });
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["didMappingExist"] = existed });
    }

    private CoreResponse SetInfo(CoreRequest request)
    {
        var userId = NotEmpty(request.GetString("userId"), "userId");
        var type = TypeOf(request.GetOptionalString("userIdType"));
        var info = InfoOf(request);
        var appId = core.RequireAppOnDefaultTenant(request);
        return CoreResponse.OfStatus(core.Database.Write(db =>
        {
            if (Find(db, appId, userId, type) is not { } mapping)
            {
                return "UNKNOWN_MAPPING_ERROR";
            }

            UserIdMappingStore.SetInfo(db, appId, mapping.UserId, info);
            return "OK";
        }));
    }

    private static UserIdMappingRow? Find(DatabaseScope db, string appId, string userId, string type) => type switch
    {
        OfSuperTokens => UserIdMappingStore.FindByUserId(db, appId, userId),
        External => UserIdMappingStore.FindByExternalId(db, appId, userId),
        _ => UserIdMappingStore.FindAny(db, appId, userId),
    };

    private static string TypeOf(string? given) => given?.Trim() switch
    {
        null or Any => Any,
        OfSuperTokens => OfSuperTokens,
        External => External,
        _ => throw CoreRequestException.BadRequest("Field name 'userIdType' should be one of 'SUPERTOKENS', 'EXTERNAL' or 'ANY'"),
    };

    // A JSON null means: no info.
    private static string? InfoOf(CoreRequest request) =>
        request.Body.TryGetPropertyValue("externalUserIdInfo", out var value) && value is null
            ? null
            : NotEmpty(request.GetString("externalUserIdInfo"), "externalUserIdInfo");

    private static string NotEmpty(string value, string field) =>
        value.Trim() is { Length: > 0 } trimmed ? trimmed : throw CoreRequestException.BadRequest($"Field name '{field}' cannot be an empty String");

    private static CoreRequestException InUse(string recipe) => CoreRequestException.BadRequest($"UserId is already in use in {recipe} recipe");

    private static CoreResponse AlreadyExists(bool ofUser, bool ofExternal) => CoreResponse.Json(new JsonObject
    {
        ["status"] = "USER_ID_MAPPING_ALREADY_EXISTS_ERROR",
        ["doesSuperTokensUserIdExist"] = ofUser,
        ["doesExternalUserIdExist"] = ofExternal,
    });
}
