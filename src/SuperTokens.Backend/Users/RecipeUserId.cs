namespace SuperTokens.Backend.Users;

/// <summary>
/// The id of one login method of a user. A user with several linked login methods has one primary id and one of these for
/// each; a separate type keeps them apart.
/// </summary>
/// <param name="Value">The id.</param>
public readonly record struct RecipeUserId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
