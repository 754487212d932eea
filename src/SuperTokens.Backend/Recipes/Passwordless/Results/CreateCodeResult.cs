namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What <see cref="IPasswordlessRecipe.CreateCodeAsync"/> came to.</summary>
public abstract record CreateCodeResult
{
    private CreateCodeResult()
    {
    }

    /// <summary>An attempt to sign in has begun.</summary>
    /// <param name="Code">Its first code.</param>
    public sealed record Ok(PasswordlessCode Code) : CreateCodeResult;
}
