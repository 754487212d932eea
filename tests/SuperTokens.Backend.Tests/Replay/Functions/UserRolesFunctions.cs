using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.UserRoles;

namespace SuperTokens.Backend.Tests.Replay.Functions;

internal static class UserRolesFunctions
{
    public static IReadOnlyDictionary<string, RecordedFunction> All { get; } = new Dictionary<string, RecordedFunction>
    {
        ["UserRoles.createNewRoleOrAddPermissions"] = async (services, args)
            => Returned.Ok(("createdNewRole", (await Recipe(services).CreateNewRoleOrAddPermissionsAsync(args.Text(0), args.Texts(1))).CreatedNewRole)),
        ["UserRoles.getPermissionsForRole"] = async (services, args)
            => await Recipe(services).GetPermissionsForRoleAsync(args.Text(0)) is GetPermissionsForRoleResult.Ok ok ? Returned.Ok(("permissions", Returned.Array(ok.Permissions))) : UnknownRole(),
        ["UserRoles.addRoleToUser"] = async (services, args)
            => await Recipe(services).AddRoleToUserAsync(args.Text(0), args.Text(1), args.Text(2)) is AddRoleToUserResult.Ok ok ? Returned.Ok(("didUserAlreadyHaveRole", ok.DidUserAlreadyHaveRole)) : UnknownRole(),
        ["UserRoles.removeUserRole"] = async (services, args)
            => await Recipe(services).RemoveUserRoleAsync(args.Text(0), args.Text(1), args.Text(2)) is RemoveUserRoleResult.Ok ok ? Returned.Ok(("didUserHaveRole", ok.DidUserHaveRole)) : UnknownRole(),
        ["UserRoles.getRolesForUser"] = async (services, args)
            => Returned.Ok(("roles", Returned.Array((await Recipe(services).GetRolesForUserAsync(args.Text(0), args.Text(1))).Roles))),
        ["UserRoles.getUsersThatHaveRole"] = async (services, args)
            => await Recipe(services).GetUsersThatHaveRoleAsync(args.Text(0), args.Text(1)) is GetUsersThatHaveRoleResult.Ok ok ? Returned.Ok(("users", Returned.Array(ok.UserIds))) : UnknownRole(),
        ["UserRoles.getRolesThatHavePermission"] = async (services, args)
            => Returned.Ok(("roles", Returned.Array((await Recipe(services).GetRolesThatHavePermissionAsync(args.Text(0))).Roles))),
        ["UserRoles.removePermissionsFromRole"] = async (services, args)
            => await Recipe(services).RemovePermissionsFromRoleAsync(args.Text(0), args.Texts(1)) is RemovePermissionsFromRoleResult.Ok ? Returned.Ok() : UnknownRole(),
        ["UserRoles.getAllRoles"] = async (services, _)
            => Returned.Ok(("roles", Returned.Array((await Recipe(services).GetAllRolesAsync()).Roles))),
        ["UserRoles.deleteRole"] = async (services, args)
            => Returned.Ok(("didRoleExist", (await Recipe(services).DeleteRoleAsync(args.Text(0))).DidRoleExist)),
    };

    private static IUserRolesRecipe Recipe(IServiceProvider services) => services.GetRequiredService<IUserRolesRecipe>();

    private static JsonObject UnknownRole() => Returned.Status("UNKNOWN_ROLE_ERROR");
}
