using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Hosting.OpenApi;
using SuperTokens.Backend.Recipes.Session;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Protects endpoints by sessions.</summary>
public static class SessionEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Lets only requests with a session reach these endpoints; others get the protocol's 401 or 403. It runs before
    /// parameters are bound, so that a <see cref="SessionContainer"/> parameter is the verified session.
    /// </summary>
    /// <typeparam name="TBuilder">The kind of endpoint: a route, a group, controllers.</typeparam>
    /// <param name="builder">The endpoints.</param>
    /// <param name="options">How to verify. Default: a session is required.</param>
    /// <returns>The endpoints.</returns>
    public static TBuilder RequireSession<TBuilder>(this TBuilder builder, VerifySessionOptions? options = null)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Finally(endpoint =>
        {
            var next = endpoint.RequestDelegate;
            endpoint.Metadata.Add(new SessionNeedMetadata(options is { SessionRequired: false } ? SessionNeed.Optional : SessionNeed.Required));
            endpoint.RequestDelegate = async context =>
            {
                if (await context.RequestServices.GetRequiredService<SessionGate>().TryPassAsync(context, options) && next is not null)
                {
                    await next(context);
                }
            };
        });
        return builder;
    }
}
