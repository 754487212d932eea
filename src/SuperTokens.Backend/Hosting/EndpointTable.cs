using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Hosting;

/// <summary>
/// Finds the endpoint of a request. The recipes and all they need are made at the first request below the base path, so that a start does
/// not wait for them. Read-only once built; a lookup that misses allocates nothing.
/// </summary>
internal sealed class EndpointTable
{
    private const string PublicTenant = "public";

    private readonly PathString _gatewayPath;
    private readonly Lazy<FrozenDictionary<string, SuperTokensEndpoint[]>.AlternateLookup<ReadOnlySpan<char>>> _byPath;

    /// <summary>Builds the table.</summary>
    /// <param name="appInfo">Says where the endpoints are served.</param>
    /// <param name="recipes">Makes the recipes' endpoints.</param>
    /// <param name="disabled">Those not to serve, as in <see cref="SuperTokensOptions.DisabledEndpoints"/>.</param>
    /// <exception cref="OptionsValidationException">A disabled endpoint is none.</exception>
    public EndpointTable(SuperTokensAppInfo appInfo, Func<IEnumerable<ISuperTokensEndpoints>> recipes, IReadOnlyCollection<string> disabled)
    {
        // The gateway has already taken its own path away, or UsePathBase has.
        _gatewayPath = appInfo.ApiGatewayPath;
        BasePath = appInfo.ApiBasePath[appInfo.ApiGatewayPath.Length..];
        _byPath = new(() => Without(disabled, [.. recipes().SelectMany(recipe => recipe.Endpoints)])
            .GroupBy(endpoint => endpoint.Path, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>());
        if (disabled.Count > 0)
        {
            // A name that is none must stop the start: the endpoint it was meant for would be open.
            _ = _byPath.Value;
        }
    }

    /// <summary>The path that all endpoints are below, as requests have it.</summary>
    public string BasePath { get; }

    /// <summary>The endpoints that are served, in no order.</summary>
    public IEnumerable<SuperTokensEndpoint> All => _byPath.Value.Dictionary.Values.SelectMany(endpoints => endpoints);

    /// <summary>Finds an endpoint by path, method and recipe, all compared exactly.</summary>
    /// <param name="request">The request.</param>
    /// <param name="tenantId">The tenant named in the path, in lower case, or <c>public</c>.</param>
    /// <returns>The endpoint, or null when the request is not SuperTokens'.</returns>
    public SuperTokensEndpoint? Find(HttpRequest request, out string tenantId)
    {
        tenantId = PublicTenant;
        var path = request.PathBase.HasValue && request.PathBase != _gatewayPath ? request.PathBase.Add(request.Path).Value : request.Path.Value;
        if (path is null || !path.StartsWith(BasePath, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = path.AsSpan(BasePath.Length);
        rest = rest.EndsWith("/") ? rest[..^1] : rest;
        if (!rest.StartsWith("/"))
        {
            return null;
        }

        var byPath = _byPath.Value;
        byPath.TryGetValue(rest, out var exact);
        SuperTokensEndpoint[]? withinTenant = null;
        var tenantLength = rest[1..].IndexOf('/');
        if (tenantLength > 0 && TenantName.IsValid(rest.Slice(1, tenantLength)))
        {
            byPath.TryGetValue(rest[(tenantLength + 1)..], out withinTenant);
        }

        if (exact is null && withinTenant is null)
        {
            return null;
        }

        // FDI before 1.20 names the recipe in a header, because two recipes may share a path. It only ever prefers.
        var rid = request.Headers["rid"].FirstOrDefault();
        var found = Select(exact, request.Method, rid) ?? Select(withinTenant, request.Method, rid);
        if (found is null && rid is not null)
        {
            found = Select(exact, request.Method, null) ?? Select(withinTenant, request.Method, null);
        }

        if (found is not null && found.Path.Length < rest.Length)
        {
            tenantId = rest.Slice(1, tenantLength).ToString().ToLowerInvariant();
        }

        return found;
    }

    private static IEnumerable<SuperTokensEndpoint> Without(IEnumerable<string> disabled, SuperTokensEndpoint[] endpoints)
    {
        var names = disabled.ToHashSet(StringComparer.OrdinalIgnoreCase);
        names.ExceptWith(endpoints.Select(NameOf));
        if (names.Count > 0)
        {
            // Left open by a typing mistake is what it must never be.
            throw new OptionsValidationException(
                nameof(SuperTokensOptions.DisabledEndpoints),
                typeof(SuperTokensOptions),
                [$"SuperTokens:DisabledEndpoints has '{names.First()}', which is no endpoint. Write one of: {string.Join(", ", endpoints.Select(NameOf).Distinct())}."]);
        }

        return endpoints.Where(endpoint => !disabled.Contains(NameOf(endpoint), StringComparer.OrdinalIgnoreCase));
    }

    private static string NameOf(SuperTokensEndpoint endpoint) => $"{endpoint.Method} {endpoint.Path}";

    private static SuperTokensEndpoint? Select(SuperTokensEndpoint[]? endpoints, string method, string? rid)
    {
        foreach (var endpoint in endpoints ?? [])
        {
            if (endpoint.Method == method && (rid is null || Names(rid, endpoint.RecipeId)))
            {
                return endpoint;
            }
        }

        return null;
    }

    // The combined recipes are gone, but older frontends still name them.
    private static bool Names(string rid, string recipeId) => rid switch
    {
        "thirdpartyemailpassword" => recipeId is "thirdparty" or "emailpassword",
        "thirdpartypasswordless" => recipeId is "thirdparty" or "passwordless",
        _ => rid == recipeId,
    };
}
