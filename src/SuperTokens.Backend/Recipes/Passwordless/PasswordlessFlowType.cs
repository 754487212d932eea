namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What people get to sign in with.</summary>
public enum PasswordlessFlowType
{
    /// <summary>A code to type into the page that asked for it.</summary>
    UserInputCode,

    /// <summary>A link to open, on any device.</summary>
    MagicLink,

    /// <summary>Both, in one message.</summary>
    UserInputCodeAndMagicLink,
}
