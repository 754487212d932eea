namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Who signed in at a provider.</summary>
/// <param name="ThirdPartyUserId">The user's id there.</param>
/// <param name="Email">Their address, or null when the provider gave none.</param>
/// <param name="RawUserInfoFromProvider">All that the provider said about them.</param>
public sealed record ThirdPartyUserInfo(string ThirdPartyUserId, ThirdPartyEmail? Email, RawUserInfo RawUserInfoFromProvider)
{
    /// <summary>Names the record; what names a person stays out of logs.</summary>
    /// <returns>The record's name.</returns>
    public override string ToString() => nameof(ThirdPartyUserInfo);
}
