namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>A user: one login method, or several that were linked.</summary>
internal sealed record StoredUser(string Id, bool IsPrimary, IReadOnlyList<LoginMethod> LoginMethods)
{
    public long TimeJoined => LoginMethods.Min(method => method.TimeJoined);
}
