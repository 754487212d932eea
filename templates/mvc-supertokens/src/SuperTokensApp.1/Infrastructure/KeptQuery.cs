namespace SuperTokensApp._1.Infrastructure;

/// <summary>What goes along from one page of signing in to the next: the tenant, and where people wanted to go.</summary>
public static class KeptQuery
{
    public static Dictionary<string, string> Kept(this HttpContext context)
        => new[] { FlowController.TenantKey, ReturnAddress.Key }
            .Where(context.Request.Query.ContainsKey)
            .ToDictionary(key => key, key => context.Request.Query[key].ToString());
}
