using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api;

/// <summary>
/// Finds the route of a path: <c>[/appid-{app}][/{tenant}]{route}</c>, without regard to case or one trailing slash. Of several recipes
/// with one path, the <c>rid</c> header chooses; the first is the default.
/// </summary>
internal sealed class CoreRouter
{
    // First segments that are never a tenant. Source: the core's list of words a tenant may not be called.
    private static readonly string[] ReservedSegments = ["recipe", "config", "users", "hello", "ee", "user", "bulk-import"];

    private readonly Dictionary<string, List<CoreRoute>> _routes = new(StringComparer.Ordinal);

    public void Add(CoreRoute route)
    {
        if (!_routes.TryGetValue(route.Path, out var sameLike))
        {
            _routes.Add(route.Path, sameLike = []);
        }

        sameLike.Add(route);
    }

    /// <summary>The route, or null; and the app and tenant that the path names.</summary>
    public (CoreRoute? Route, TenantKey Tenant) Find(string path, string? recipeId)
    {
        var rest = path.ToLowerInvariant();
        if (rest.Length > 1 && rest.EndsWith('/'))
        {
            rest = rest[..^1];
        }

        if (Choose(rest, recipeId) is { } plain)
        {
            return (plain, new TenantKey(TenantKey.Default, TenantKey.Default));
        }

        var appId = TenantKey.Default;
        if (rest.StartsWith("/appid-", StringComparison.Ordinal) && FirstSegment(rest) is { } app)
        {
            appId = app["appid-".Length..];
            rest = rest[(app.Length + 1)..];
        }

        var tenant = new TenantKey(appId.Length == 0 ? TenantKey.Default : appId, TenantKey.Default);
        if (Choose(rest.Length == 0 ? "/" : rest, recipeId) is { } ofApp)
        {
            return (ofApp, tenant);
        }

        if (FirstSegment(rest) is not { } tenantId || ReservedSegments.Contains(tenantId))
        {
            return (null, tenant);
        }

        return (Choose(rest[(tenantId.Length + 1)..], recipeId), tenant.InTenant(tenantId));
    }

    private CoreRoute? Choose(string path, string? recipeId) =>
        !_routes.TryGetValue(path, out var found) ? null : found.Find(route => route.RecipeId == recipeId) ?? found[0];

    // The text between the first two slashes, if an app or a tenant can be called so.
    private static string? FirstSegment(string path)
    {
        var segment = path.Length == 0 ? "" : path[1..].Split('/', 2)[0];
        return segment.Length > 0 && segment.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? segment : null;
    }
}
