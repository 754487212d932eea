using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Diagnostics;

namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>Roles and permissions in the core.</summary>
internal sealed class UserRolesRecipe(ICoreClient core, AuditTrail audit) : IUserRolesRecipe
{
    private const string RecipeId = "userroles";
    private const string UnknownRole = "UNKNOWN_ROLE_ERROR";

    private static readonly UserRolesJsonContext Json = UserRolesJsonContext.Default;

    public async Task<AddRoleToUserResult> AddRoleToUserAsync(string tenantId, string userId, string role, CancellationToken cancellationToken = default)
    {
        var request = Put(CorePath.Tenant(tenantId, "/recipe/user/role"), new CoreRoleOfUser(userId, role), Json.CoreRoleOfUser);
        switch (await SendAsync(request, cancellationToken))
        {
            case { Status: "OK", DidUserAlreadyHaveRole: { } already }:
                Report(already, tenantId, userId, new AuditEvent.RolesChanged(role, Added: true));
                return new AddRoleToUserResult.Ok(already);
            case { Status: UnknownRole }:
                return new AddRoleToUserResult.UnknownRole();
            default:
                throw UnexpectedCoreAnswer.To(request);
        }
    }

    public async Task<RemoveUserRoleResult> RemoveUserRoleAsync(string tenantId, string userId, string role, CancellationToken cancellationToken = default)
    {
        var request = Post(CorePath.Tenant(tenantId, "/recipe/user/role/remove"), new CoreRoleOfUser(userId, role), Json.CoreRoleOfUser);
        switch (await SendAsync(request, cancellationToken))
        {
            case { Status: "OK", DidUserHaveRole: { } had }:
                Report(!had, tenantId, userId, new AuditEvent.RolesChanged(role, Added: false));
                return new RemoveUserRoleResult.Ok(had);
            case { Status: UnknownRole }:
                return new RemoveUserRoleResult.UnknownRole();
            default:
                throw UnexpectedCoreAnswer.To(request);
        }
    }

    public Task<RolesResult> GetRolesForUserAsync(string tenantId, string userId, CancellationToken cancellationToken = default)
        => GetRolesAsync(Get(CorePath.Tenant(tenantId, "/recipe/user/roles"), "userId", userId), cancellationToken);

    public async Task<GetUsersThatHaveRoleResult> GetUsersThatHaveRoleAsync(string tenantId, string role, CancellationToken cancellationToken = default)
    {
        var request = Get(CorePath.Tenant(tenantId, "/recipe/role/users"), "role", role);
        return await SendAsync(request, cancellationToken) switch
        {
            { Status: "OK", Users: { } users } => new GetUsersThatHaveRoleResult.Ok(WithoutNulls(users, request)),
            { Status: UnknownRole } => new GetUsersThatHaveRoleResult.UnknownRole(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<CreateNewRoleOrAddPermissionsResult> CreateNewRoleOrAddPermissionsAsync(
        string role, IReadOnlyCollection<string> permissions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(permissions);
        var request = Put(CorePath.App("/recipe/role"), new CoreRolePermissions(role, permissions), Json.CoreRolePermissions);
        return await SendAsync(request, cancellationToken) is { Status: "OK", CreatedNewRole: { } isNew }
            ? new CreateNewRoleOrAddPermissionsResult(isNew)
            : throw UnexpectedCoreAnswer.To(request);
    }

    public async Task<GetPermissionsForRoleResult> GetPermissionsForRoleAsync(string role, CancellationToken cancellationToken = default)
    {
        var request = Get(CorePath.App("/recipe/role/permissions"), "role", role);
        return await SendAsync(request, cancellationToken) switch
        {
            { Status: "OK", Permissions: { } permissions } => new GetPermissionsForRoleResult.Ok(WithoutNulls(permissions, request)),
            { Status: UnknownRole } => new GetPermissionsForRoleResult.UnknownRole(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<RemovePermissionsFromRoleResult> RemovePermissionsFromRoleAsync(
        string role, IReadOnlyCollection<string> permissions, CancellationToken cancellationToken = default)
    {
        // CDI: without the field the core would take all of them.
        ArgumentNullException.ThrowIfNull(permissions);
        var request = Post(CorePath.App("/recipe/role/permissions/remove"), new CoreRolePermissions(role, permissions), Json.CoreRolePermissions);
        return (await SendAsync(request, cancellationToken)).Status switch
        {
            "OK" => new RemovePermissionsFromRoleResult.Ok(),
            UnknownRole => new RemovePermissionsFromRoleResult.UnknownRole(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public Task<RolesResult> GetRolesThatHavePermissionAsync(string permission, CancellationToken cancellationToken = default)
        => GetRolesAsync(Get(CorePath.App("/recipe/permission/roles"), "permission", permission), cancellationToken);

    public async Task<DeleteRoleResult> DeleteRoleAsync(string role, CancellationToken cancellationToken = default)
    {
        var request = Post(CorePath.App("/recipe/role/remove"), new CoreRoleRemoval(role), Json.CoreRoleRemoval);
        return await SendAsync(request, cancellationToken) is { Status: "OK", DidRoleExist: { } existed }
            ? new DeleteRoleResult(existed)
            : throw UnexpectedCoreAnswer.To(request);
    }

    public Task<RolesResult> GetAllRolesAsync(CancellationToken cancellationToken = default)
        => GetRolesAsync(CoreRequest.Get(CorePath.App("/recipe/roles")) with { RecipeId = RecipeId }, cancellationToken);

    private static CoreRequest Get(CorePath path, string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return CoreRequest.Get(path) with { Query = [new(name, value)], RecipeId = RecipeId };
    }

    private static CoreRequest Put<T>(CorePath path, T body, JsonTypeInfo<T> type) => CoreRequest.Put(path, body, type) with { RecipeId = RecipeId };

    private static CoreRequest Post<T>(CorePath path, T body, JsonTypeInfo<T> type) => CoreRequest.Post(path, body, type) with { RecipeId = RecipeId };

    private static ImmutableArray<string> WithoutNulls(ImmutableArray<string> values, CoreRequest request)
        => values.Any(value => value is null) ? throw UnexpectedCoreAnswer.To(request) : values;

    private async Task<RolesResult> GetRolesAsync(CoreRequest request, CancellationToken cancellationToken)
        => await SendAsync(request, cancellationToken) is { Status: "OK", Roles: { } roles }
            ? new RolesResult(WithoutNulls(roles, request))
            : throw UnexpectedCoreAnswer.To(request);

    private Task<CoreRolesAnswer> SendAsync(CoreRequest request, CancellationToken cancellationToken)
        => core.SendAsync(request, Json.CoreRolesAnswer, cancellationToken);

    private void Report(bool nothingChanged, string tenantId, string userId, AuditEvent.RolesChanged changed)
    {
        if (!nothingChanged)
        {
            audit.Report(changed with { RecipeId = RecipeId, TenantId = tenantId, UserId = userId });
        }
    }
}
