using System.Collections.Immutable;

namespace SuperTokens.Backend.Users;

/// <summary>The core's answer to <c>GET /user/id</c>.</summary>
internal sealed record CoreUserAnswer(string Status, CoreUser? User = null);

/// <summary>The core's answer to <c>GET /{tenantId}/users/by-accountinfo</c> and <c>GET /{tenantId}/users</c>.</summary>
internal sealed record CoreUsersAnswer(string Status, ImmutableArray<CoreUser> Users, string? NextPaginationToken = null);

/// <summary>The core's answer to <c>GET /{tenantId}/users/count</c>.</summary>
internal sealed record CoreUserCountAnswer(string Status, long Count);

/// <summary>The body of <c>POST /user/remove</c>.</summary>
internal sealed record CoreUserRemoval(string UserId, bool RemoveAllLinkedAccounts);

/// <summary>An answer of the core of which only the status matters.</summary>
internal sealed record CoreStatusAnswer(string Status);
