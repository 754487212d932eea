using Microsoft.Extensions.Options;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>Puts the claim into every new session, and asks for it everywhere when the mode says so.</summary>
internal sealed class EmailVerificationSessionClaims(EmailVerificationClaim claim, IOptions<EmailVerificationOptions> options) : ISessionClaimSource
{
    public IReadOnlyList<SessionClaim> Claims { get; } = [claim];

    public IReadOnlyList<SessionClaimValidator> GlobalValidators { get; } = options.Value.Mode == EmailVerificationMode.Required ? [claim.IsVerified()] : [];
}
