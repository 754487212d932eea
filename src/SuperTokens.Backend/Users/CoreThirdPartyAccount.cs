namespace SuperTokens.Backend.Users;

/// <summary>A third-party account as the core sends it.</summary>
internal sealed record CoreThirdPartyAccount(string Id, string UserId)
{
    public ThirdPartyAccount ToAccount() => new(Id, UserId);
}
