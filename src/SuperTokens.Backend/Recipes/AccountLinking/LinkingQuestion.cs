using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.AccountLinking;

/// <summary>What <see cref="AccountLinkingOptions.ShouldDoAutomaticAccountLinking"/> is asked.</summary>
/// <param name="NewAccount">The login method.</param>
/// <param name="User">The user it would be linked to; null when it would become a primary user itself.</param>
/// <param name="Session">The caller's session, or null.</param>
/// <param name="TenantId">The tenant.</param>
public sealed record LinkingQuestion(NewAccountInfo NewAccount, User? User, SessionContainer? Session, string TenantId)
{
    /// <summary>Names the question; addresses and numbers stay out of logs.</summary>
    /// <returns>The login method, the user and the tenant.</returns>
    public override string ToString() => $"{nameof(LinkingQuestion)} {NewAccount} -> {User?.Id} ({TenantId})";
}
