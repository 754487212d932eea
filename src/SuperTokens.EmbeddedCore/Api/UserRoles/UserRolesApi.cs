using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.UserRoles;

/// <summary>Roles, their permissions, and the roles of users. The rest of the recipe comes with the recipe itself.</summary>
internal sealed class UserRolesApi(CoreServices core) : ICoreApi
{
    private const string RecipeId = "userroles";

    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/role", RecipeId).On("PUT", SaveRole));
        router.Add(new CoreRoute("/recipe/role/permissions", RecipeId).On("GET", Permissions));
        router.Add(new CoreRoute("/recipe/user/roles", RecipeId).On("GET", OfUser));
        router.Add(new CoreRoute("/recipe/user/role", RecipeId).On("PUT", Give));
    }

    private CoreResponse SaveRole(CoreRequest request)
    {
        var role = NotEmpty(request.GetString("role"));
        var permissions = (request.GetOptionalStrings("permissions") ?? []).Select(permission => permission.Trim()).ToList();
        if (permissions.Contains(""))
        {
            throw CoreRequestException.BadRequest("Field name 'permissions' cannot contain an empty string");
        }

        var appId = core.RequireAppOnDefaultTenant(request);
        var isNew = core.Database.Write(db => RoleStore.Save(db, appId, role, permissions));
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["createdNewRole"] = isNew });
    }

    private CoreResponse Permissions(CoreRequest request)
    {
        var role = NotEmpty(request.GetQuery("role"));
        var appId = core.RequireAppOnDefaultTenant(request);
        return core.Database.Read(db => RoleStore.Exists(db, appId, role)
            ? CoreResponse.Json(new JsonObject { ["permissions"] = Strings(RoleStore.Permissions(db, appId, role)), ["status"] = "OK" })
            : CoreResponse.OfStatus("UNKNOWN_ROLE_ERROR"));
    }

    private CoreResponse OfUser(CoreRequest request)
    {
        var userId = request.GetQuery("userId");
        var tenant = core.RequireTenant(request);
        return CoreResponse.Json(new JsonObject
        {
            ["roles"] = Strings(core.Database.Read(db => RoleStore.OfUser(db, tenant, userId))),
            ["status"] = "OK",
        });
    }

    private CoreResponse Give(CoreRequest request)
    {
        var userId = request.GetString("userId");
        var role = NotEmpty(request.GetString("role"));
        var tenant = core.RequireTenant(request);
        return core.Database.Write(db => RoleStore.Exists(db, tenant.AppId, role)
            ? CoreResponse.Json(new JsonObject
            {
                ["status"] = "OK",
                ["didUserAlreadyHaveRole"] = !RoleStore.Give(db, tenant, userId, role),
            })
            : CoreResponse.OfStatus("UNKNOWN_ROLE_ERROR"));
    }

    private static string NotEmpty(string role) =>
        role.Trim() is { Length: > 0 } trimmed ? trimmed : throw CoreRequestException.BadRequest("Field name 'role' cannot be an empty String");

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
