using System.Text.Json;
using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Multitenancy;
using SuperTokens.PeerSuites.BackendServer.Hosting;

namespace SuperTokens.PeerSuites.BackendServer.Endpoints;

internal static class MultitenancyEndpoints
{
    public static void MapMultitenancy(this WebApplication app)
    {
        app.MapCall("/multitenancy/createorupdatetenant", async call =>
            await Recipe(call).CreateOrUpdateTenantAsync(call.Text("tenantId"), Changes(call.Body["config"] as JsonObject), call.Cancelled));
        app.MapCall("/multitenancy/gettenant", async call =>
            await Recipe(call).GetTenantAsync(call.Text("tenantId"), call.Cancelled) is { } tenant ? Of(tenant) : null);
        app.MapCall("/multitenancy/deletetenant", async call => await Recipe(call).DeleteTenantAsync(call.Text("tenantId"), call.Cancelled));
        app.MapCall("/multitenancy/listalltenants", async call => new JsonObject
        {
            ["status"] = "OK", ["tenants"] = new JsonArray([.. (await Recipe(call).ListAllTenantsAsync(call.Cancelled)).Select(Of)]),
        });
        app.MapCall("/multitenancy/associateusertotenant", async call =>
            await Recipe(call).AssociateUserToTenantAsync(call.Text("tenantId"), call.RecipeUserId, call.Cancelled));
        app.MapCall("/multitenancy/disassociateuserfromtenant", async call =>
            await Recipe(call).DisassociateUserFromTenantAsync(call.Text("tenantId"), call.RecipeUserId, call.Cancelled));
        app.MapCall("/multitenancy/createorupdatethirdpartyconfig", async call => await Recipe(call).CreateOrUpdateThirdPartyConfigAsync(
            call.Text("tenantId"), call.Body["config"].Deserialize<TenantProvider>(JsonSerializerOptions.Web)!, call.Flag("skipValidation"), call.Cancelled));
        app.MapCall("/multitenancy/deletethirdpartyconfig", async call =>
            await Recipe(call).DeleteThirdPartyConfigAsync(call.Text("tenantId"), call.Text("thirdPartyId"), call.Cancelled));
    }

    private static IMultitenancyRecipe Recipe(Call call) => call.Get<IMultitenancyRecipe>();

    private static TenantChanges? Changes(JsonObject? config) => config is null ? null : new TenantChanges
    {
        FirstFactors = Factors(config, "firstFactors"),
        RequiredSecondaryFactors = Factors(config, "requiredSecondaryFactors"),
        CoreConfig = config["coreConfig"] as JsonObject,
    };

    private static TenantFactors? Factors(JsonObject config, string name)
        => !config.TryGetPropertyValue(name, out var value) ? null
            : value is JsonArray ids ? TenantFactors.Only(ids.Select(id => (string)id!))
            : TenantFactors.OfTheApp;

    private static JsonObject Of(Tenant tenant)
    {
        var json = new JsonObject
        {
            ["status"] = "OK",
            ["tenantId"] = tenant.Id,
            ["thirdParty"] = new JsonObject { ["providers"] = Wire.Of(tenant.ThirdPartyProviders) },
            ["coreConfig"] = tenant.CoreConfig.DeepClone(),
        };
        if (tenant.FirstFactors is { } first)
        {
            json["firstFactors"] = Wire.Of(first);
        }

        if (tenant.RequiredSecondaryFactors is { } second)
        {
            json["requiredSecondaryFactors"] = Wire.Of(second);
        }

        return json;
    }
}
