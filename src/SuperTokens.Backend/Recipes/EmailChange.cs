namespace SuperTokens.Backend.Recipes;

/// <summary>Whether a login method may get another e-mail address.</summary>
internal enum EmailChange
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>It belongs to a primary user, and another primary user has the address.</summary>
    PrimaryUserConflict,

    /// <summary>The address is not verified, and linking by it could open somebody else's account.</summary>
    AccountTakeoverRisk,
}
