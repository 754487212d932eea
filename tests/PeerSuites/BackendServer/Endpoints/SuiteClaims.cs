using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Recipes.UserRoles;
using SuperTokens.PeerSuites.BackendServer.Instruments;
using SuperTokens.PeerSuites.BackendServer.Setup;

namespace SuperTokens.PeerSuites.BackendServer.Endpoints;

/// <summary>The claims and validators that the suite names in its arguments.</summary>
internal static class SuiteClaims
{
    private const string StubPrefix = "st-stub-";

    private static readonly JsonTypeInfo<JsonNode> s_nodes = (JsonTypeInfo<JsonNode>)JsonSerializerOptions.Default.GetTypeInfo(typeof(JsonNode));

    public static SessionClaim Of(Call call, JsonObject claim) => claim.Text("key") switch
    {
        "st-ev" => call.Get<EmailVerificationClaim>(),
        "st-role" => call.Get<UserRoleClaim>(),
        "st-perm" => call.Get<PermissionClaim>(),
        "st-true" => new BooleanClaim("st-true", (_, _, _, _, _) => ValueTask.FromResult(new ClaimValue<bool>(true))),
        "st-undef" => new BooleanClaim("st-undef", (_, _, _, _, _) => ValueTask.FromResult(default(ClaimValue<bool>))),
        { } key when key.StartsWith(StubPrefix, StringComparison.Ordinal) => Stub(call, key[StubPrefix.Length..], claim["values"]),
        var key => throw new InvalidOperationException($"There is no claim {key}."),
    };

    public static SessionClaimValidator ValidatorOf(Call call, JsonObject validator)
    {
        var claim = Of(call, validator);
        return validator.Text("validatorName") switch
        {
            null => new Scripted(validator.Text("id") ?? validator.Text("key")!, claim, validator),
            "isVerified" => ((EmailVerificationClaim)claim).IsVerified(Seconds(validator, 0), Seconds(validator, 1)),
            "isTrue" => ((BooleanClaim)claim).IsTrue(),
            "isFalse" => ((BooleanClaim)claim).IsFalse(),
            "hasValue" => ((PrimitiveClaim<JsonNode>)claim).HasValue(validator["args"]![0]!),
            var name => throw new InvalidOperationException($"There is no validator {name}."),
        };
    }

    public static Task SetAsync(SessionContainer session, SessionClaim claim, JsonNode? value, CancellationToken cancellationToken) => claim switch
    {
        SessionClaim<bool> flag => session.SetClaimValueAsync(flag, (bool)value!, cancellationToken),
        SessionClaim<string[]> list => session.SetClaimValueAsync(list, [.. value!.AsArray().Select(text => (string)text!)], cancellationToken),
        SessionClaim<JsonNode> any => session.SetClaimValueAsync(any, value!, cancellationToken),
        _ => throw new InvalidOperationException($"The values of {claim.Key} are of another type."),
    };

    public static object? Get(SessionContainer session, SessionClaim claim) => claim switch
    {
        SessionClaim<bool> flag => session.GetClaimValue(flag) is { HasValue: true, Value: var value } ? value : null,
        SessionClaim<string[]> list => session.GetClaimValue(list) is { HasValue: true, Value: var value } ? value : null,
        SessionClaim<JsonNode> any => session.GetClaimValue(any) is { HasValue: true, Value: var value } ? value : null,
        _ => throw new InvalidOperationException($"The values of {claim.Key} are of another type."),
    };

    private static TimeSpan? Seconds(JsonObject validator, int position)
        => validator["args"] is JsonArray args && args.Count > position && args[position] is { } seconds ? TimeSpan.FromSeconds((double)seconds) : null;

    private static PrimitiveClaim<JsonNode> Stub(Call call, string key, JsonNode? values)
    {
        var log = call.Get<OverrideLog>();
        var name = $"claim-{key}.fetchValue";
        return new PrimitiveClaim<JsonNode>(
            key,
            (userId, recipeUserId, tenantId, payload, _) =>
            {
                log.Add("CALL", name, new JsonObject
                {
                    ["userId"] = userId, ["recipeUserId"] = recipeUserId.Value, ["tenantId"] = tenantId, ["currentPayload"] = payload?.DeepClone(),
                });
                var value = values is JsonArray { Count: > 0 } many && many[0] is JsonArray ? many[^1] : values;
                log.Add("RES", name, value?.DeepClone());
                return ValueTask.FromResult(value is null ? default : new ClaimValue<JsonNode>(value.DeepClone()));
            },
            valueType: s_nodes);
    }

    private sealed class Scripted(string id, SessionClaim claim, JsonObject script) : SessionClaimValidator(id)
    {
        public override SessionClaim Claim { get; } = claim;

        public override bool ShouldRefetch(JsonObject payload) => (bool)Next("shouldRefetchRes")!;

        public override ValueTask<ClaimValidationResult> ValidateAsync(JsonObject payload, CancellationToken cancellationToken)
        {
            var result = Next("validateRes")!.AsObject();
            return ValueTask.FromResult(new ClaimValidationResult(result.Flag("isValid") == true, result["reason"]?.DeepClone()));
        }

        private JsonNode? Next(string name) => script[name] is JsonArray { Count: > 0 } many ? many[^1] : script[name];
    }
}
