using SuperTokens.Backend.Recipes.Session;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Sessions for hubs.</summary>
public static class HubEndpointConventionBuilderExtensions
{
    /// <summary>
    /// Also takes the access token from the query's <c>access_token</c>, for these endpoints alone and only in requests that open a WebSocket or a stream of
    /// events: browsers cannot send headers with those, and SignalR's clients put there what their <c>accessTokenFactory</c> returns. Sessions in cookies
    /// need none of it. Addresses end up in logs of servers and proxies, so keep the log level of <c>Microsoft.AspNetCore.Hosting</c> at Warning.
    /// </summary>
    /// <typeparam name="TBuilder">The kind of endpoint: a hub.</typeparam>
    /// <param name="builder">The endpoints.</param>
    /// <returns>The endpoints.</returns>
    public static TBuilder AcceptAccessTokenInQuery<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
        => builder.WithMetadata(AccessTokenInQuery.Instance);
}
