using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>The bodies of <c>PUT /recipe/multitenancy/tenant/v2</c> and, before CDI 5.1, of the one without <c>v2</c>.</summary>
internal static class CoreTenantBody
{
    public static JsonObject Create(string tenantId, TenantChanges changes)
    {
        var body = new JsonObject { ["tenantId"] = tenantId };
        Set(body, "firstFactors", changes.FirstFactors);
        Set(body, "requiredSecondaryFactors", changes.RequiredSecondaryFactors);
        if (changes.CoreConfig is { } config)
        {
            body["coreConfig"] = config.DeepClone();
        }

        return body;
    }

    /// <summary>CDI 5.0 also has a switch a recipe, and refuses an empty list of first factors: nobody may sign in when all are off.</summary>
    public static JsonObject BeforeSecondRoute(string tenantId, TenantChanges changes)
    {
        var body = Create(tenantId, changes);
        if (changes.FirstFactors is not { } first)
        {
            return body;
        }

        ImmutableArray<string>? used = first.Ids is { } ids ? [.. ids, .. changes.RequiredSecondaryFactors?.Ids ?? []] : null;
        body["emailPasswordEnabled"] = used?.Contains("emailpassword") ?? true;
        body["thirdPartyEnabled"] = used?.Contains("thirdparty") ?? true;
        body["passwordlessEnabled"] = used?.Any(CoreTenantAnswer.PasswordlessFactors.Contains) ?? true;
        if (first.Ids is [])
        {
            body["firstFactors"] = null;
        }

        return body;
    }

    private static void Set(JsonObject body, string name, TenantFactors? factors)
    {
        if (factors is not null)
        {
            body[name] = factors.Ids is { } ids ? new JsonArray([.. ids.Select(id => JsonValue.Create(id))]) : null;
        }
    }
}
