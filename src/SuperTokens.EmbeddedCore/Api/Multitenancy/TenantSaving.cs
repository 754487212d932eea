using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Multitenancy;

/// <summary>Creates or changes a tenant, or an app, which is its default tenant.</summary>
internal static class TenantSaving
{
    private const int MaxIdLength = 64;

    // Paths begin with these; a tenant called so could not be reached. Source: the core's Utils.
    private static readonly string[] ReservedTenantIds = ["recipe", "config", "users", "hello"];

    /// <summary>Whether the route is the newer one of two that differ in shape.</summary>
    public static bool IsV2(CoreRequest request) => request.Path.TrimEnd('/').EndsWith("/v2", StringComparison.OrdinalIgnoreCase);

    /// <summary>Absent settings stay as they are; the settings of the core are merged one by one, and a null takes one away.</summary>
    public static CoreResponse Save(CoreServices core, CoreRequest request, TenantKey key)
    {
        var coreConfig = request.GetOptionalObject("coreConfig") ?? [];
        if (coreConfig.Count > 0 && key == new TenantKey(TenantKey.Default, TenantKey.Default))
        {
            throw CoreRequestException.BadRequest("Cannot modify base config");
        }

        CoreConfigOverrides.Check(coreConfig);
        var isV2 = IsV2(request);
        var update = TenantUpdate.Read(request, isV2);
        var createdNew = core.Database.Write(db =>
        {
            var tenant = TenantStore.Find(db, key) ?? TenantUpdate.NewTenant(key, request.Version, isV2);
            foreach (var (name, value) in coreConfig)
            {
                tenant.CoreConfig.Remove(name);
                if (value is not null)
                {
                    tenant.CoreConfig[name] = value.DeepClone();
                }
            }

            var updated = update(tenant);
            return TenantStore.Save(
                db,
                updated with
                {
                    FirstFactors = InOrder(updated.FirstFactors),
                    RequiredSecondaryFactors = InOrder(updated.RequiredSecondaryFactors),
                },
                core.Now);
        });
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["createdNew"] = createdNew });
    }

    /// <summary>The id as it is stored.</summary>
    /// <exception cref="CoreRequestException">400: no tenant or app can be called so.</exception>
    public static string CheckId(string id, string field)
    {
        var normalised = id.Trim().ToLowerInvariant();
        if (normalised.Length == 0)
        {
            throw CoreRequestException.BadRequest($"{field} should not be an empty String");
        }

        CoreRequestException.CheckLength(normalised, MaxIdLength, field);
        if (field == "tenantId" && ReservedTenantIds.Contains(normalised))
        {
            throw CoreRequestException.BadRequest($"Cannot use '{normalised}' as a tenantId");
        }

        if (normalised.StartsWith("appid-", StringComparison.Ordinal))
        {
            throw CoreRequestException.BadRequest($"{field} must not start with 'appid-'");
        }

        return normalised.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? normalised
            : throw CoreRequestException.BadRequest($"{field} can only contain letters, numbers and hyphens");
    }

    private static IReadOnlyList<string>? InOrder(IReadOnlyList<string>? factors) =>
        factors is null ? null : [.. JavaHashOrder.Of(factors, factor => factor)];
}
