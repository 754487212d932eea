using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;
using SuperTokens.Backend.Diagnostics;

namespace SuperTokens.Backend.Hosting;

/// <summary>
/// Serves the frontend API (FDI): finds the endpoint of a request and runs it. <c>UseSuperTokens</c> calls it for every
/// request; a host without a middleware pipeline calls it itself.
/// </summary>
public sealed class SuperTokensDispatcher
{
    private readonly SuperTokensAppInfo _appInfo;
    private readonly ErrorResponder _errors;
    private readonly Lazy<ITenantResolver> _tenants;
    private readonly ILogger _logger;
    private readonly EndpointTable _table;
    private readonly int _maxBodySize;

    internal SuperTokensDispatcher(
        SuperTokensAppInfo appInfo,
        IOptions<SuperTokensOptions> options,
        Func<IEnumerable<ISuperTokensEndpoints>> recipes,
        Func<ITenantResolver> tenants,
        ErrorResponder errors,
        ILogger<SuperTokensDispatcher> logger)
    {
        _appInfo = appInfo;
        _maxBodySize = options.Value.MaxRequestBodySize;
        _errors = errors;
        _tenants = new Lazy<ITenantResolver>(tenants);
        _logger = logger;
        _table = new EndpointTable(appInfo, recipes, [.. options.Value.DisabledEndpoints]);
    }

    /// <summary>The path that all endpoints are below, as requests have it.</summary>
    internal string BasePath => _table.BasePath;

    /// <summary>The endpoints that are served.</summary>
    internal IEnumerable<SuperTokensEndpoint> Endpoints => _table.All;

    /// <summary>Whether a request would be answered here.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="path">Its path.</param>
    /// <returns>False when it would go on to the application.</returns>
    internal bool Serves(string method, string path)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.Path = path;
        return _table.Find(request, out _) is not null;
    }

    /// <summary>Answers the request if it is one for SuperTokens; errors become answers as well.</summary>
    /// <param name="context">The request and its response.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when the request is not for SuperTokens: nothing was read or written.</returns>
    public Task<bool> TryHandleAsync(HttpContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _table.Find(context.Request, out var tenantId) is { } endpoint
            ? RunAsync(endpoint, context, tenantId, cancellationToken)
            : Task.FromResult(false);
    }

    private async Task<bool> RunAsync(SuperTokensEndpoint endpoint, HttpContext context, string tenantIdFromPath, CancellationToken cancellationToken)
    {
        _logger.Dispatched(endpoint.Method, endpoint.Path, endpoint.RecipeId);
        RequestTelemetry.Describe(context, _appInfo.ApiBasePath, endpoint.Path, endpoint.RecipeId);
        try
        {
            // As the core does: an app's own rule for a tenant must not be passed by in capitals.
            var tenantId = (await _tenants.Value.ResolveAsync(tenantIdFromPath, context, cancellationToken)).ToLowerInvariant();
            var api = new ApiContext(context, tenantId, _maxBodySize, _appInfo.GetOrigin(context));
            if (await endpoint.Handler(api, cancellationToken) is not { } result)
            {
                return false;
            }

            await result.ExecuteAsync(context);
            return true;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            if (!await _errors.TryRespondAsync(context, exception, ownEndpoint: true))
            {
                throw;
            }

            return true;
        }
    }
}
