using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Checks a <c>{"v", "t"}</c> claim: there, not too old, and as required. Its reasons are supertokens-node's.</summary>
internal sealed class TimedClaimValidator(SessionClaim claim, string id, TimeSpan? maxAge, TimeProvider time, ClaimRule rule)
    : SessionClaimValidator(id)
{
    public override SessionClaim? Claim => claim;

    public override bool ShouldRefetch(JsonObject payload)
        => TimedClaimPayload.Value(payload, claim.Key) is null || (maxAge is { } limit && !(Age(payload) <= limit));

    public override ValueTask<ClaimValidationResult> ValidateAsync(JsonObject payload, CancellationToken cancellationToken)
        => new(Validate(payload));

    private ClaimValidationResult Validate(JsonObject payload)
    {
        if (TimedClaimPayload.Value(payload, claim.Key) is not { } value)
        {
            return Invalid(new JsonObject { ["message"] = "value does not exist", [rule.MissingName] = rule.Expected?.DeepClone() });
        }

        if (maxAge is { } limit && !(Age(payload) <= limit))
        {
            return Invalid(new JsonObject
            {
                ["message"] = "expired",
                ["ageInSeconds"] = Age(payload)?.TotalSeconds,
                ["maxAgeInSeconds"] = limit.TotalSeconds,
            });
        }

        return rule.IsMet(value)
            ? ClaimValidationResult.Valid
            : Invalid(new JsonObject { ["message"] = "wrong value", [rule.WrongName] = rule.Expected?.DeepClone(), ["actualValue"] = value.DeepClone() });
    }

    private static ClaimValidationResult Invalid(JsonObject reason) => new(false, reason);

    private TimeSpan? Age(JsonObject payload) => time.GetUtcNow() - TimedClaimPayload.Time(payload, claim.Key);
}
