using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Hosting;

/// <summary>Decides the tenant of a request to one of the SDK's endpoints.</summary>
internal interface ITenantResolver
{
    /// <summary>Decides.</summary>
    /// <param name="tenantIdFromPath">The tenant the path names, or <c>public</c>.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tenant.</returns>
    Task<string> ResolveAsync(string tenantIdFromPath, HttpContext context, CancellationToken cancellationToken);
}
