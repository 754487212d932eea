using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.UserRoles;

/// <summary>Roles and their permissions, which all tenants of an app share, and the roles that users have in one tenant.</summary>
internal sealed class UserRolesApi(CoreServices core) : ICoreApi
{
    private const string RecipeId = "userroles";

    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/role", RecipeId).On("PUT", SaveRole));
        router.Add(new CoreRoute("/recipe/role/remove", RecipeId).On("POST", RemoveRole));
        router.Add(new CoreRoute("/recipe/roles", RecipeId).On("GET", All));
        router.Add(new CoreRoute("/recipe/role/permissions", RecipeId).On("GET", Permissions));
        router.Add(new CoreRoute("/recipe/role/permissions/remove", RecipeId).On("POST", RemovePermissions));
        router.Add(new CoreRoute("/recipe/permission/roles", RecipeId).On("GET", WithPermission));
        router.Add(new CoreRoute("/recipe/role/users", RecipeId).On("GET", Users));
        router.Add(new CoreRoute("/recipe/user/roles", RecipeId).On("GET", OfUser));
        router.Add(new CoreRoute("/recipe/user/role", RecipeId).On("PUT", Give));
        router.Add(new CoreRoute("/recipe/user/role/remove", RecipeId).On("POST", Take));
    }

    private CoreResponse SaveRole(CoreRequest request)
    {
        var role = NotEmpty(request.GetString("role"));
        var permissions = OptionalPermissions(request) ?? [];
        var appId = core.RequireAppOnDefaultTenant(request);
        var isNew = core.Database.Write(db => RoleStore.Save(db, appId, role, permissions));
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["createdNewRole"] = isNew });
    }

    private CoreResponse RemoveRole(CoreRequest request)
    {
        var role = NotEmpty(request.GetString("role"));
        var appId = core.RequireAppOnDefaultTenant(request);
        var existed = core.Database.Write(db => RoleStore.Remove(db, appId, role));
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["didRoleExist"] = existed });
    }

    private CoreResponse All(CoreRequest request)
    {
        var appId = core.RequireAppOnDefaultTenant(request);
        return Roles(core.Database.Read(db => RoleStore.All(db, appId)));
    }

    private CoreResponse Permissions(CoreRequest request)
    {
        var role = NotEmpty(request.GetQuery("role"));
        var appId = core.RequireAppOnDefaultTenant(request);
        return core.Database.Read(db => RoleStore.Exists(db, appId, role)
            ? CoreResponse.Json(new JsonObject { ["permissions"] = Strings(RoleStore.Permissions(db, appId, role)), ["status"] = "OK" })
            : UnknownRole());
    }

    private CoreResponse RemovePermissions(CoreRequest request)
    {
        var role = NotEmpty(request.GetString("role"));
        var permissions = OptionalPermissions(request);
        var appId = core.RequireAppOnDefaultTenant(request);
        return core.Database.Write(db =>
        {
            if (!RoleStore.Exists(db, appId, role))
            {
                return UnknownRole();
            }

            // CDI: without the field the role loses all of them.
            RoleStore.RemovePermissions(db, appId, role, permissions ?? RoleStore.Permissions(db, appId, role));
            return CoreResponse.OfStatus("OK");
        });
    }

    private CoreResponse WithPermission(CoreRequest request)
    {
        var permission = NotEmpty(request.GetQuery("permission"), "permission");
        var appId = core.RequireAppOnDefaultTenant(request);
        return Roles(core.Database.Read(db => RoleStore.WithPermission(db, appId, permission)));
    }

    private CoreResponse Users(CoreRequest request)
    {
        var role = NotEmpty(request.GetQuery("role"));
        var tenant = core.RequireTenant(request);
        return core.Database.Read(db => RoleStore.Exists(db, tenant.AppId, role)
            ? CoreResponse.Json(new JsonObject { ["users"] = Strings(RoleStore.Users(db, tenant, role)), ["status"] = "OK" })
            : UnknownRole());
    }

    private CoreResponse OfUser(CoreRequest request)
    {
        var userId = request.GetQuery("userId");
        var tenant = core.RequireTenant(request);
        return Roles(core.Database.Read(db => RoleStore.OfUser(db, tenant, userId)));
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
            : UnknownRole());
    }

    private CoreResponse Take(CoreRequest request)
    {
        var userId = request.GetString("userId");
        var role = NotEmpty(request.GetString("role"));
        var tenant = core.RequireTenant(request);
        return core.Database.Write(db => RoleStore.Exists(db, tenant.AppId, role)
            ? CoreResponse.Json(new JsonObject { ["status"] = "OK", ["didUserHaveRole"] = RoleStore.Take(db, tenant, userId, role) })
            : UnknownRole());
    }

    private static string NotEmpty(string value, string field = "role") =>
        value.Trim() is { Length: > 0 } trimmed ? trimmed : throw CoreRequestException.BadRequest($"Field name '{field}' cannot be an empty String");

    private static List<string>? OptionalPermissions(CoreRequest request)
    {
        var permissions = request.GetOptionalStrings("permissions")?.Select(permission => permission.Trim()).ToList();
        return permissions?.Contains("") == true
            ? throw CoreRequestException.BadRequest("Field name 'permissions' cannot contain an empty string")
            : permissions;
    }

    private static CoreResponse UnknownRole() => CoreResponse.OfStatus("UNKNOWN_ROLE_ERROR");

    private static CoreResponse Roles(IEnumerable<string> roles) =>
        CoreResponse.Json(new JsonObject { ["roles"] = Strings(roles), ["status"] = "OK" });

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
