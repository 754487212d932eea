using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Api.Multitenancy;
using SuperTokens.EmbeddedCore.Crypto;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api;

/// <summary>What the routes work with.</summary>
internal sealed class CoreServices(CoreDatabase database, EmbeddedCoreOptions options, TimeProvider time)
{
    public CoreDatabase Database => database;

    public EmbeddedCoreOptions Options => options;

    public PasswordHasher Passwords { get; } = new(options.BcryptCost);

    public SigningKeys Keys { get; } = new(database, time, options.NewPrivateKey);

    public RefreshTokens RefreshTokens { get; } = new(database);

    /// <summary>Milliseconds since 1970.</summary>
    public long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The tenant of a request.</summary>
    /// <exception cref="CoreRequestException">400: there is no such app or tenant.</exception>
    public TenantKey RequireTenant(CoreRequest request) => RequireTenant(request.Tenant);

    /// <summary>The tenant of a request that signs somebody in or up.</summary>
    /// <exception cref="CoreRequestException">
    /// 400: there is no such app or tenant. 403: the recipe is off there, which is asked by callers older than 5.1 only.
    /// </exception>
    public TenantKey RequireTenant(CoreRequest request, TenantRecipe recipe)
    {
        var tenant = Require(request.Tenant);
        return request.Version >= CdiVersion.V5_1 || recipe.IsOn(tenant, request.Version)
            ? tenant.Key
            : throw CoreRequestException.Forbidden($"{recipe.Title} login not enabled for tenant");
    }

    public TenantKey RequireTenant(TenantKey tenant) => Require(tenant).Key;

    /// <summary>The id of a request's app, for routes that do not look at the tenant.</summary>
    public string RequireApp(CoreRequest request) => RequireTenant(request.Tenant.InTenant(TenantKey.Default)).AppId;

    /// <summary>The id of a request's app, for routes that may be called on the default tenant only.</summary>
    public string RequireAppOnDefaultTenant(CoreRequest request)
    {
        if (request.Version >= CdiVersion.V5_0 && !request.Tenant.IsDefaultTenant)
        {
            throw CoreRequestException.Forbidden("Only public tenantId can call this app specific API");
        }

        return RequireApp(request);
    }

    /// <summary>The settings that hold in a tenant: the core's, over them the app's, over them the tenant's.</summary>
    public CoreConfig ConfigOf(TenantKey tenant)
    {
        var (app, own) = database.Read(db => (
            TenantStore.Find(db, tenant.InTenant(TenantKey.Default))?.CoreConfig,
            tenant.IsDefaultTenant ? null : TenantStore.Find(db, tenant)?.CoreConfig));
        return CoreConfigOverrides.Apply(CoreConfigOverrides.Apply(options.CoreConfig, app), own);
    }

    private TenantRow Require(TenantKey tenant) => database.Read(db => TenantStore.Find(db, tenant)) ?? throw CoreRequestException.BadRequest(
        "AppId or tenantId not found => Tenant with the following connectionURIDomain, appId and tenantId combination not found: "
        + $"(, {tenant.AppId}, {tenant.TenantId})");
}
