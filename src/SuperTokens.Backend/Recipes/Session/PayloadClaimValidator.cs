using System.Text.Json;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Requires a claim known by its key, kept as it is or as <c>{"v", "t"}</c>.</summary>
/// <param name="key">The claim's key, and the validator's id.</param>
/// <param name="anyOf">The values of which one is enough; empty for any.</param>
/// <param name="claim">Fetches the claim; null where nobody can.</param>
/// <param name="maxAge">How old it may be; null for any age. What was not fetched has no age.</param>
/// <param name="time">The clock.</param>
internal sealed class PayloadClaimValidator(string key, IReadOnlyList<string> anyOf, SessionClaim? claim, TimeSpan? maxAge, TimeProvider time) : SessionClaimValidator(key)
{
    public override SessionClaim? Claim => claim;

    public override bool ShouldRefetch(JsonObject payload) => Find(payload) is null || IsTooOld(payload);

    public override ValueTask<ClaimValidationResult> ValidateAsync(JsonObject payload, CancellationToken cancellationToken) => new(Validate(payload));

    private static string TextOf(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private ClaimValidationResult Validate(JsonObject payload)
    {
        if (Find(payload) is not { } value)
        {
            return Invalid("value does not exist", null);
        }

        if (IsTooOld(payload))
        {
            return Invalid("expired", null);
        }

        var isMet = anyOf.Count == 0 || (value is JsonArray items ? items.Any(item => item is not null && IsOne(item)) : IsOne(value));
        return isMet ? ClaimValidationResult.Valid : Invalid("wrong value", value);
    }

    private bool IsOne(JsonNode value) => anyOf.Contains(TextOf(value), StringComparer.Ordinal);

    private bool IsTooOld(JsonObject payload) => maxAge is { } limit && !(time.GetUtcNow() - TimedClaimPayload.Time(payload, Id) <= limit);

    private JsonNode? Find(JsonObject payload) => payload[Id] is JsonObject timed && timed.ContainsKey("v") && timed.ContainsKey("t") ? timed["v"] : payload[Id];

    private ClaimValidationResult Invalid(string message, JsonNode? actual)
    {
        var reason = new JsonObject { ["message"] = message };
        if (anyOf.Count > 0)
        {
            reason["expectedToIncludeAtLeastOneOf"] = new JsonArray([.. anyOf.Select(value => (JsonNode)value)]);
        }

        if (actual is not null)
        {
            reason["actualValue"] = actual.DeepClone();
        }

        return new ClaimValidationResult(false, reason);
    }
}
