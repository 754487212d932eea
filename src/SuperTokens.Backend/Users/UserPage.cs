using System.Collections.Immutable;

namespace SuperTokens.Backend.Users;

/// <summary>One page of a list of users.</summary>
/// <param name="Users">The users of this page.</param>
/// <param name="NextPaginationToken">What to ask for the next page with, or null when this is the last one.</param>
public sealed record UserPage(ImmutableArray<User> Users, string? NextPaginationToken);
