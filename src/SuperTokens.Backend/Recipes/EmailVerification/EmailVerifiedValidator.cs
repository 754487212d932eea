using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>Requires the claim to be true, and fetches a false one again once it has some age.</summary>
internal sealed class EmailVerifiedValidator(EmailVerificationClaim claim, SessionClaimValidator isTrue, TimeSpan refetchTimeOnFalse, TimeProvider time)
    : SessionClaimValidator(isTrue.Id)
{
    public override SessionClaim? Claim => claim;

    public override bool ShouldRefetch(JsonObject payload)
        => isTrue.ShouldRefetch(payload)
            || (claim.GetValueFromPayload(payload) is not { HasValue: true, Value: true }
                && !(time.GetUtcNow() - claim.GetLastFetchTime(payload) <= refetchTimeOnFalse));

    public override ValueTask<ClaimValidationResult> ValidateAsync(JsonObject payload, CancellationToken cancellationToken) => isTrue.ValidateAsync(payload, cancellationToken);
}
