using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SuperTokens.Backend.Recipes.UserRoles;

/// <summary>CDI: PUT /user/role and POST /user/role/remove, below /{tenantId}/recipe.</summary>
internal sealed record CoreRoleOfUser(string UserId, string Role);

/// <summary>CDI: PUT /recipe/role and POST /recipe/role/permissions/remove.</summary>
internal sealed record CoreRolePermissions(string Role, IReadOnlyCollection<string> Permissions);

/// <summary>CDI: POST /recipe/role/remove.</summary>
internal sealed record CoreRoleRemoval(string Role);

/// <summary>CDI: the answers of all routes; each has the status and, when it is OK, one more property.</summary>
internal sealed record CoreRolesAnswer(string Status)
{
    public ImmutableArray<string>? Roles { get; init; }

    public ImmutableArray<string>? Permissions { get; init; }

    public ImmutableArray<string>? Users { get; init; }

    public bool? DidUserAlreadyHaveRole { get; init; }

    public bool? DidUserHaveRole { get; init; }

    public bool? CreatedNewRole { get; init; }

    public bool? DidRoleExist { get; init; }
}

/// <summary>How the user roles recipe's JSON is read and written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CoreRoleOfUser))]
[JsonSerializable(typeof(CoreRolePermissions))]
[JsonSerializable(typeof(CoreRoleRemoval))]
[JsonSerializable(typeof(CoreRolesAnswer))]
internal sealed partial class UserRolesJsonContext : JsonSerializerContext;
