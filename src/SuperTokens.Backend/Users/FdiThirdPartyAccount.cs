namespace SuperTokens.Backend.Users;

/// <summary>A third-party account as frontends get it.</summary>
internal sealed record FdiThirdPartyAccount(string Id, string UserId)
{
    public static FdiThirdPartyAccount From(ThirdPartyAccount account) => new(account.Id, account.UserId);
}
