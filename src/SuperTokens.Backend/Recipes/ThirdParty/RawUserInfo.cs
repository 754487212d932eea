using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>All that a provider said about a user. It is for the app's own code and never goes to a frontend.</summary>
/// <param name="FromIdTokenPayload">The claims of the ID token; empty when there was none.</param>
/// <param name="FromUserInfoApi">The answer of the user-info endpoint; empty when it was not asked.</param>
public sealed record RawUserInfo(JsonObject FromIdTokenPayload, JsonObject FromUserInfoApi)
{
    /// <summary>Names the record; what names a person stays out of logs.</summary>
    /// <returns>The record's name.</returns>
    public override string ToString() => nameof(RawUserInfo);
}
