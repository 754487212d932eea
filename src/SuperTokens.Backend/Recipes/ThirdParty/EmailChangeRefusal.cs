namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>Why a login method keeps the address it has.</summary>
public enum EmailChangeRefusal
{
    /// <summary>It belongs to a primary user, and another primary user has the new address.</summary>
    PrimaryUserConflict,

    /// <summary>The new address is not verified, and linking by it could open somebody else's account.</summary>
    AccountTakeoverRisk,
}
