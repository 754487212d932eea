using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Multitenancy;

/// <summary>A tenant as the routes show one.</summary>
internal static class TenantJson
{
    public static JsonObject Write(TenantRow tenant)
    {
        var json = new JsonObject
        {
            ["tenantId"] = tenant.Key.TenantId,
            ["thirdParty"] = new JsonObject { ["providers"] = Providers(tenant) },
        };
        AddFactors(json, tenant);
        json["coreConfig"] = tenant.CoreConfig.DeepClone();
        return json;
    }

    /// <summary>
    /// The older shape, which says of each recipe whether it is on: until CDI 4.0 unless the first factors leave it out, then unless no
    /// first factor is allowed.
    /// </summary>
    public static JsonObject WriteFirstVersion(TenantRow tenant, CdiVersion version)
    {
        var json = new JsonObject
        {
            ["tenantId"] = tenant.Key.TenantId,
            ["emailPassword"] = new JsonObject { ["enabled"] = IsOn("emailpassword") },
            ["thirdParty"] = new JsonObject { ["enabled"] = IsOn("thirdparty"), ["providers"] = Providers(tenant) },
            ["passwordless"] = new JsonObject { ["enabled"] = IsOn("otp-email", "otp-phone", "link-email", "link-phone") },
        };
        if (version >= CdiVersion.V5_0)
        {
            AddFactors(json, tenant);
        }

        json["coreConfig"] = tenant.CoreConfig.DeepClone();
        return json;

        bool IsOn(params string[] factors) =>
            tenant.FirstFactors is null
            || (version >= CdiVersion.V5_0 ? tenant.FirstFactors.Count > 0 : tenant.FirstFactors.Any(factor => factors.Contains((string?)factor)));
    }

    private static JsonArray Providers(TenantRow tenant) =>
        new([.. JavaHashOrder.Of(tenant.Providers, provider => (string)provider["thirdPartyId"]!).Select(provider => provider.DeepClone())]);

    private static void AddFactors(JsonObject json, TenantRow tenant)
    {
        if (tenant.FirstFactors is not null)
        {
            json["firstFactors"] = tenant.FirstFactors.DeepClone();
        }

        if (tenant.RequiredSecondaryFactors is not null)
        {
            json["requiredSecondaryFactors"] = tenant.RequiredSecondaryFactors.DeepClone();
        }
    }
}
