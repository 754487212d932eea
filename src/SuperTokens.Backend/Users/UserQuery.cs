using System.Collections.Immutable;

namespace SuperTokens.Backend.Users;

/// <summary>Which users to list, in what order, how many at a time.</summary>
public sealed record UserQuery
{
    /// <summary>The tenant whose users are listed. Default: <c>public</c>.</summary>
    public string TenantId { get; init; } = "public";

    /// <summary>Whether those who joined last come first. Default: false, the oldest first.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>How many users a page holds, 1 to 500. Default (null): the core's, 100.</summary>
    public int? Limit { get; init; }

    /// <summary>The <see cref="UserPage.NextPaginationToken"/> of the page before. Default: none, the first page.</summary>
    public string? PaginationToken { get; init; }

    /// <summary>Only users with a login method of these recipes, such as <c>emailpassword</c>. Default: of any recipe.</summary>
    public ImmutableArray<string> RecipeIds { get; init; } = [];

    /// <summary>
    /// Only users that match every entry, for example <c>email</c> → <c>john</c>. The keys the core knows: <c>email</c>,
    /// <c>phone</c> and <c>provider</c>; several values are separated by <c>;</c>. Default: none.
    /// </summary>
    public ImmutableDictionary<string, string> Search { get; init; } = ImmutableDictionary<string, string>.Empty;
}
