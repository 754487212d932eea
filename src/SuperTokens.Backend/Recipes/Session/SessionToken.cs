namespace SuperTokens.Backend.Recipes.Session;

/// <summary>A token as the core issues it.</summary>
/// <param name="Token">The token.</param>
/// <param name="Expiry">When it expires, in milliseconds since the Unix epoch.</param>
/// <param name="CreatedTime">When it was created, in milliseconds since the Unix epoch.</param>
public sealed record SessionToken(string Token, long Expiry, long CreatedTime)
{
    // Never the token: records print their properties, and what is printed is logged.
    /// <inheritdoc />
    public override string ToString() => nameof(SessionToken);
}
