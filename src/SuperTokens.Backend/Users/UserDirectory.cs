using System.Collections.Immutable;
using System.Globalization;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Diagnostics;

namespace SuperTokens.Backend.Users;

/// <summary>Finds users in the core.</summary>
internal sealed partial class UserDirectory(ICoreClient core, AuditTrail audit) : IUserDirectory
{
    private const string AnyTenant = "public";

    public async Task<User?> GetUserAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userId);
        var request = CoreRequest.Get(CorePath.App("/user/id")) with { Query = [new("userId", userId)] };
        var answer = await core.SendAsync(request, UsersJsonContext.Default.CoreUserAnswer, cancellationToken);
        return answer switch
        {
            { Status: "OK", User: { } user } => user.ToUser(),
            { Status: "UNKNOWN_USER_ID_ERROR" } => null,
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<ImmutableArray<User>> ListUsersByAccountInfoAsync(
        string tenantId, AccountInfo accountInfo, bool doUnionOfAccountInfo = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accountInfo);
        var request = CoreRequest.Get(CorePath.Tenant(tenantId, "/users/by-accountinfo")) with
        {
            Query =
            [
                new("email", accountInfo.Email),
                new("phoneNumber", accountInfo.PhoneNumber),
                new("thirdPartyId", accountInfo.ThirdParty?.Id),
                new("thirdPartyUserId", accountInfo.ThirdParty?.UserId),
                new("doUnionOfAccountInfo", doUnionOfAccountInfo ? "true" : "false"),
            ],
        };
        var answer = await core.SendAsync(request, UsersJsonContext.Default.CoreUsersAnswer, cancellationToken);
        RequireOk(request, answer.Status);
        return [.. answer.Users.Select(user => user.ToUser())];
    }

    public async Task DeleteUserAsync(string userId, bool removeAllLinkedAccounts = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userId);
        var request = CoreRequest.Post(
            CorePath.App("/user/remove"), new CoreUserRemoval(userId, removeAllLinkedAccounts), UsersJsonContext.Default.CoreUserRemoval);
        RequireOk(request, (await core.SendAsync(request, UsersJsonContext.Default.CoreStatusAnswer, cancellationToken)).Status);
        audit.Report(new AuditEvent.UserDeleted(removeAllLinkedAccounts) { UserId = userId });
    }

    public async Task<UserPage> ListUsersAsync(UserQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new UserQuery();
        var request = CoreRequest.Get(CorePath.Tenant(query.TenantId, "/users")) with
        {
            Query =
            [
                new("includeRecipeIds", Join(query.RecipeIds)),
                new("timeJoinedOrder", query.NewestFirst ? "DESC" : "ASC"),
                new("limit", query.Limit?.ToString(CultureInfo.InvariantCulture)),
                new("paginationToken", query.PaginationToken),
                .. query.Search.Select(entry => new KeyValuePair<string, string?>(entry.Key, entry.Value)),
            ],
        };
        var answer = await core.SendAsync(request, UsersJsonContext.Default.CoreUsersAnswer, cancellationToken);
        RequireOk(request, answer.Status);
        return new UserPage([.. answer.Users.Select(user => user.ToUser())], answer.NextPaginationToken);
    }

    public async Task<long> CountUsersAsync(
        string? tenantId = null, ImmutableArray<string> recipeIds = default, CancellationToken cancellationToken = default)
    {
        var request = CoreRequest.Get(CorePath.Tenant(tenantId ?? AnyTenant, "/users/count")) with
        {
            Query =
            [
                new("includeRecipeIds", Join(recipeIds)),
                new("includeAllTenants", tenantId is null ? "true" : "false"),
            ],
        };
        var answer = await core.SendAsync(request, UsersJsonContext.Default.CoreUserCountAnswer, cancellationToken);
        RequireOk(request, answer.Status);
        return answer.Count;
    }

    private static void RequireOk(CoreRequest request, string status)
    {
        if (status != "OK")
        {
            throw UnexpectedCoreAnswer.To(request);
        }
    }

    private static string? Join(ImmutableArray<string> recipeIds) => recipeIds.IsDefaultOrEmpty ? null : string.Join(',', recipeIds);
}
