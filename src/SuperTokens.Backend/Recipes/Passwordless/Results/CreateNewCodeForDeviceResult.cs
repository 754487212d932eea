namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What <see cref="IPasswordlessRecipe.CreateNewCodeForDeviceAsync"/> came to.</summary>
public abstract record CreateNewCodeForDeviceResult
{
    private CreateNewCodeForDeviceResult()
    {
    }

    /// <summary>The attempt has another code. Its older ones go on working.</summary>
    /// <param name="Code">The new code.</param>
    public sealed record Ok(PasswordlessCode Code) : CreateNewCodeForDeviceResult;

    /// <summary>There is no such attempt, or it had too many wrong codes: it has to begin anew.</summary>
    public sealed record RestartFlow : CreateNewCodeForDeviceResult;

    /// <summary>The attempt already has this very code. Only with codes the app made itself.</summary>
    public sealed record UserInputCodeAlreadyUsed : CreateNewCodeForDeviceResult;
}
