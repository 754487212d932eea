namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>A user: one login method, or several that were linked.</summary>
internal sealed record StoredUser(string Id, bool IsPrimary, IReadOnlyList<LoginMethod> LoginMethods)
{
    public string? ExternalUserId { get; init; }

    /// <summary>The id callers know the user by.</summary>
    public string PublicId => ExternalUserId ?? Id;

    /// <summary>The tenants of all login methods.</summary>
    public IEnumerable<string> TenantIds => LoginMethods.SelectMany(method => method.TenantIds).Distinct();

    public long TimeJoined => LoginMethods.Min(method => method.TimeJoined);
}
