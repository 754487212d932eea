using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Multitenancy;

/// <summary>A tenant as the routes show one.</summary>
internal static class TenantJson
{
    public static JsonObject Write(CoreRequest request, TenantRow tenant) =>
        TenantSaving.IsV2(request) ? WriteV2(tenant) : WriteFirstVersion(tenant, request.Version);

    private static JsonObject WriteV2(TenantRow tenant)
    {
        var json = new JsonObject
        {
            ["tenantId"] = tenant.Key.TenantId,
            ["thirdParty"] = new JsonObject { ["providers"] = Providers(tenant) },
        };
        var firstFactors = tenant.FirstFactors is null && tenant.DisabledRecipes.Count > 0
            ? [.. TenantRecipe.All.Where(recipe => !recipe.IsDisabled(tenant)).SelectMany(recipe => recipe.Factors)]
            : tenant.FirstFactors;
        AddFactors(json, firstFactors, tenant.RequiredSecondaryFactors);
        json["coreConfig"] = tenant.CoreConfig.DeepClone();
        return json;
    }

    // The older shape, which says of each recipe whether it is on.
    private static JsonObject WriteFirstVersion(TenantRow tenant, CdiVersion version)
    {
        var json = new JsonObject { ["tenantId"] = tenant.Key.TenantId };
        foreach (var recipe in TenantRecipe.All)
        {
            json[recipe.Name] = new JsonObject { ["enabled"] = recipe.IsOn(tenant, version) };
        }

        json["thirdParty"]!["providers"] = Providers(tenant);
        if (version >= CdiVersion.V5_0)
        {
            AddFactors(json, tenant.FirstFactors is { Count: 0 } ? null : tenant.FirstFactors, tenant.RequiredSecondaryFactors);
        }

        json["coreConfig"] = tenant.CoreConfig.DeepClone();
        return json;
    }

    private static JsonArray Providers(TenantRow tenant) =>
        new([.. JavaHashOrder.Of(tenant.Providers, provider => (string)provider["thirdPartyId"]!).Select(provider => provider.DeepClone())]);

    private static void AddFactors(JsonObject json, IReadOnlyList<string>? first, IReadOnlyList<string>? secondary)
    {
        if (first is not null)
        {
            json["firstFactors"] = Strings(first);
        }

        if (secondary is not null)
        {
            json["requiredSecondaryFactors"] = Strings(secondary);
        }
    }

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
