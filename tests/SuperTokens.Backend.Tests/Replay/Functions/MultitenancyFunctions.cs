using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokens.Backend.Tests.Replay.Functions;

internal static class MultitenancyFunctions
{
    public static IReadOnlyDictionary<string, RecordedFunction> All { get; } = new Dictionary<string, RecordedFunction>
    {
        ["Multitenancy.createOrUpdateTenant"] = async (services, args)
            => Returned.Ok(("createdNew", (await Recipe(services).CreateOrUpdateTenantAsync(args.Text(0), Changes(args.Object(1)))).CreatedNew)),
        ["Multitenancy.deleteTenant"] = async (services, args)
            => Returned.Ok(("didExist", (await Recipe(services).DeleteTenantAsync(args.Text(0))).DidExist)),
        ["Multitenancy.getTenant"] = async (services, args)
            => await Recipe(services).GetTenantAsync(args.Text(0)) is { } tenant ? Show(tenant, Returned.Ok()) : Returned.Undefined,
        ["Multitenancy.listAllTenants"] = async (services, _)
            => Returned.Ok(("tenants", new JsonArray([.. (await Recipe(services).ListAllTenantsAsync()).Select(tenant => Show(tenant, []))]))),
        ["Multitenancy.createOrUpdateThirdPartyConfig"] = async (services, args)
            => Returned.Ok(("createdNew", (await Recipe(services).CreateOrUpdateThirdPartyConfigAsync(args.Text(0), Provider(args.Object(1)), args.Flag(2))).CreatedNew)),
        ["Multitenancy.deleteThirdPartyConfig"] = async (services, args)
            => Returned.Ok(("didConfigExist", (await Recipe(services).DeleteThirdPartyConfigAsync(args.Text(0), args.Text(1))).DidConfigExist)),
        ["Multitenancy.associateUserToTenant"] = async (services, args) => await Recipe(services).AssociateUserToTenantAsync(args.Text(0), args.Login(1)) switch
        {
            AssociateUserToTenantResult.Ok ok => Returned.Ok(("wasAlreadyAssociated", ok.WasAlreadyAssociated)),
            AssociateUserToTenantResult.UnknownUserId => Returned.Status("UNKNOWN_USER_ID_ERROR"),
            AssociateUserToTenantResult.EmailAlreadyExists => Returned.Status("EMAIL_ALREADY_EXISTS_ERROR"),
            var other => throw new NotSupportedException(other.ToString()),
        },
        ["Multitenancy.disassociateUserFromTenant"] = async (services, args)
            => Returned.Ok(("wasAssociated", (await Recipe(services).DisassociateUserFromTenantAsync(args.Text(0), args.Login(1))).WasAssociated)),
    };

    private static IMultitenancyRecipe Recipe(IServiceProvider services) => services.GetRequiredService<IMultitenancyRecipe>();

    private static TenantProvider Provider(JsonObject config) => config.Deserialize(MultitenancyJsonContext.Default.TenantProvider)!;

    private static TenantChanges Changes(JsonObject config) => new()
    {
        FirstFactors = Factors(config, "firstFactors"),
        RequiredSecondaryFactors = Factors(config, "requiredSecondaryFactors"),
        CoreConfig = config["coreConfig"] as JsonObject,
    };

    private static TenantFactors? Factors(JsonObject config, string name)
        => !config.TryGetPropertyValue(name, out var factors) ? null
            : factors is null ? TenantFactors.OfTheApp
            : TenantFactors.Only(factors.AsArray().Select(id => (string)id!));

    private static JsonObject Show(Tenant tenant, JsonObject shown)
    {
        shown["tenantId"] = tenant.Id;
        shown["thirdParty"] = new JsonObject
        {
            ["providers"] = new JsonArray([.. tenant.ThirdPartyProviders.Select(provider => JsonSerializer.SerializeToNode(provider, MultitenancyJsonContext.Default.TenantProvider))]),
        };
        Show(shown, "firstFactors", tenant.FirstFactors);
        Show(shown, "requiredSecondaryFactors", tenant.RequiredSecondaryFactors);
        shown["coreConfig"] = tenant.CoreConfig.DeepClone();
        return shown;
    }

    private static void Show(JsonObject shown, string name, ImmutableArray<string>? factors)
    {
        if (factors is { } ids)
        {
            shown[name] = Returned.Array(ids);
        }
    }
}
