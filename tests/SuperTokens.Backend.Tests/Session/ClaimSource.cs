namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Claims and validators as a recipe adds them.</summary>
internal sealed record ClaimSource(IReadOnlyList<SessionClaim> Claims, IReadOnlyList<SessionClaimValidator> GlobalValidators) : ISessionClaimSource;
