using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Saml;

/// <summary>What <see cref="ISamlRecipe.GetUserInfoAsync"/> came to.</summary>
public abstract record GetSamlUserInfoResult
{
    private GetSamlUserInfoResult()
    {
    }

    /// <summary>Who signed in.</summary>
    /// <param name="Sub">The user's id at the identity provider; null when the core found none.</param>
    /// <param name="Email">Their address; null when the core found none.</param>
    /// <param name="Claims">All that the identity provider said: lists of texts by attribute.</param>
    public sealed record Ok(string? Sub, string? Email, JsonObject Claims) : GetSamlUserInfoResult
    {
        /// <summary>Names the record; what names a person stays out of logs.</summary>
        /// <returns>The record's name.</returns>
        public override string ToString() => nameof(Ok);
    }

    /// <summary>The code is unknown, used, expired, or of another client.</summary>
    public sealed record InvalidToken : GetSamlUserInfoResult;
}
