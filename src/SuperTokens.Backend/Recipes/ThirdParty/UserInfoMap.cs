namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Which fields of a provider's answers hold the user's id and address. What the ID token says wins.</summary>
public sealed record UserInfoMap
{
    /// <summary>The claims of the ID token.</summary>
    public UserInfoFields FromIdTokenPayload { get; set; } = new();

    /// <summary>The fields of the answer of the user-info endpoint.</summary>
    public UserInfoFields FromUserInfoApi { get; set; } = new();
}
