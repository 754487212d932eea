namespace SuperTokens.Backend.Recipes.Session;

/// <summary>How a recipe adds claims to every session, and validators to every verification. Registered once a recipe.</summary>
internal interface ISessionClaimSource
{
    /// <summary>Claims every new session gets.</summary>
    IReadOnlyList<SessionClaim> Claims { get; }

    /// <summary>Validators every verification applies, unless it overrides them.</summary>
    IReadOnlyList<SessionClaimValidator> GlobalValidators { get; }
}
