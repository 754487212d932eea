namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>An address as a provider gives it.</summary>
/// <param name="Id">The address.</param>
/// <param name="IsVerified">Whether the provider says that it is the user's.</param>
public sealed record ThirdPartyEmail(string Id, bool IsVerified)
{
    /// <summary>Names the record; the address stays out of logs.</summary>
    /// <returns>The record's name.</returns>
    public override string ToString() => nameof(ThirdPartyEmail);
}
