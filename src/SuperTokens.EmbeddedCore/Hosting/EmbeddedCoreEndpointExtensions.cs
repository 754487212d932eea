using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.EmbeddedCore.Api;
using SuperTokens.EmbeddedCore.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Serves the embedded core over HTTP.</summary>
public static class EmbeddedCoreEndpointExtensions
{
    /// <summary>
    /// Lets other processes, such as SDKs in other languages, use this application's embedded core: every route of the core, under
    /// <paramref name="pattern"/>. Whoever reaches it can do what a backend can, so set
    /// <see cref="SuperTokens.EmbeddedCore.EmbeddedCoreOptions.ApiKeys"/> if anyone else can. Requests from pages in a browser are
    /// refused (403), so that no website a developer visits can use it.
    /// </summary>
    /// <param name="endpoints">The application's endpoints.</param>
    /// <param name="pattern">A path without parameters. Default: <c>/</c>, where routes of the application itself come first.</param>
    /// <returns>A builder to restrict the endpoint further.</returns>
    /// <exception cref="InvalidOperationException">
    /// <c>UseEmbeddedCore</c> was not called, or the environment is not Development and the options do not allow another.
    /// </exception>
    public static IEndpointConventionBuilder MapSuperTokensCore(this IEndpointRouteBuilder endpoints, string pattern = "/")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var host = endpoints.ServiceProvider.GetService<EmbeddedCoreHost>()
            ?? throw new InvalidOperationException("MapSuperTokensCore has no core to serve. Call UseEmbeddedCore() on the SuperTokens builder first.");
        var prefix = new PathString("/" + pattern.Trim('/')) is { Value: "/" } ? PathString.Empty : new PathString("/" + pattern.Trim('/'));
        return endpoints.Map(prefix + "/{**path}", context => AnswerAsync(context, host.Engine, prefix)).WithDisplayName("SuperTokens core");
    }

    private static async Task AnswerAsync(HttpContext context, CoreEngine engine, PathString prefix)
    {
        if (IsFromPage(context.Request.Headers))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync("This core is for backends. Pages in a browser cannot use it.", context.RequestAborted);
            return;
        }

        context.Request.Path.StartsWithSegments(prefix, out var path);
        var body = await CoreBody.ReadAsync(context.Request.Body, context.RequestAborted);
        var answer = body is null ? CoreBody.TooLarge : engine.Handle(new CoreRequest(
            context.Request.Method, path.HasValue ? path.Value : "/", context.Request.QueryString.Value ?? "", Header, body));
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        if (answer.CacheControl is not null)
        {
            context.Response.Headers.CacheControl = answer.CacheControl;
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.WriteAsync(answer.Body, context.RequestAborted);
        }

        string? Header(string name) => context.Request.Headers.TryGetValue(name, out var values) ? values[0] : null;
    }

    // Browsers name the page's origin, or at least its relation to this site; "none" is an address that somebody typed.
    private static bool IsFromPage(IHeaderDictionary headers)
        => headers.ContainsKey("Origin") || (headers.TryGetValue("Sec-Fetch-Site", out var site) && site != "none");
}
