namespace SuperTokens.EmbeddedCore.Storage;

/// <summary>One tenant of one app: the key of everything that is stored.</summary>
internal readonly record struct TenantKey(string AppId, string TenantId)
{
    /// <summary>The id of the app and of the tenant a path without either means.</summary>
    public const string Default = "public";

    public bool IsDefaultTenant => TenantId == Default;

    public TenantKey InTenant(string tenantId) => this with { TenantId = tenantId };
}
