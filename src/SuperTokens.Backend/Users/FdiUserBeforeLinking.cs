namespace SuperTokens.Backend.Users;

/// <summary>A user as frontends get it that do not know account linking (FDI 1.17 and 2.x): one login method, flat.</summary>
internal sealed record FdiUserBeforeLinking(string Id, long TimeJoined, FdiThirdPartyAccount? ThirdParty, string? Email, string? PhoneNumber)
{
    public static FdiUserBeforeLinking From(User user, RecipeUserId signedInWith)
    {
        // A second factor keeps the first one's session, so its login method may be another user's: the oldest stands in.
        var method = user.LoginMethods.FirstOrDefault(m => m.RecipeUserId == signedInWith)
            ?? user.LoginMethods.MinBy(m => m.TimeJoined)
            ?? throw new InvalidOperationException("A user without a login method cannot sign in.");
        return new FdiUserBeforeLinking(
            user.Id,
            method.TimeJoined,
            method.ThirdParty is { } account ? FdiThirdPartyAccount.From(account) : null,
            method.Email,
            method.PhoneNumber);
    }
}
