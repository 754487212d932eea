using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Requires the time of sign-in to be near. Its reasons have the names that supertokens-node's have for claims that are too old.</summary>
internal sealed class RecentSignInValidator(SignInTimeClaim claim, string id, TimeSpan maxAge, TimeProvider time) : SessionClaimValidator(id)
{
    public override SessionClaim? Claim => claim;

    public override bool ShouldRefetch(JsonObject payload) => !claim.GetValueFromPayload(payload).HasValue;

    public override ValueTask<ClaimValidationResult> ValidateAsync(JsonObject payload, CancellationToken cancellationToken)
    {
        if (claim.GetValueFromPayload(payload) is not { HasValue: true, Value: var signedIn })
        {
            return new(Invalid("value does not exist", null));
        }

        var age = time.GetUtcNow().ToUnixTimeMilliseconds() - signedIn;
        return new(age <= maxAge.TotalMilliseconds ? ClaimValidationResult.Valid : Invalid("expired", age / 1000));
    }

    private ClaimValidationResult Invalid(string message, long? ageInSeconds)
    {
        var reason = new JsonObject { ["message"] = message, ["maxAgeInSeconds"] = maxAge.TotalSeconds };
        if (ageInSeconds is { } age)
        {
            reason["ageInSeconds"] = age;
        }

        return new ClaimValidationResult(false, reason);
    }
}
