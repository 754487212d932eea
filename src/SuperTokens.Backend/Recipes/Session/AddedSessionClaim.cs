namespace SuperTokens.Backend.Recipes.Session;

/// <summary>A claim that the application added. It is in every session; endpoints say whether they ask for it.</summary>
internal sealed class AddedSessionClaim(SessionClaim claim) : ISessionClaimSource
{
    public IReadOnlyList<SessionClaim> Claims { get; } = [claim];

    public IReadOnlyList<SessionClaimValidator> GlobalValidators => [];
}
