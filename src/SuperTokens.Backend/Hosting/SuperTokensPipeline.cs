using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Hosting.SecurityHeaders;

namespace SuperTokens.Backend.Hosting;

/// <summary>
/// What <c>UseSuperTokensCors</c>, <c>UseSuperTokens</c> and <c>UseAuthorization</c> do, for a host that has handlers but no middleware pipeline of
/// the application's own, such as Azure Functions. <c>UsePipeline</c> adds it; <see cref="SuperTokensDispatcher"/> serves the FDI there.
/// </summary>
public sealed class SuperTokensPipeline
{
    private readonly ErrorResponder _errors;
    private readonly DevelopmentInboxServer? _inbox;
    private readonly RequestDelegate _pipeline;

    // Authorization keeps a policy for each endpoint it has seen, so a handler needs the same one for every request.
    private readonly ConcurrentDictionary<(Endpoint? Routed, MethodInfo? Method), Handler> _handlers = new();

    internal SuperTokensPipeline(IServiceProvider services, ErrorResponder errors, DevelopmentInboxServer? inbox, Action<CorsPolicyBuilder>? configureCors)
    {
        _errors = errors;
        _inbox = inbox;
        var app = new ApplicationBuilder(services);
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseSuperTokensCors(configureCors);
        app.Use(AnswerOptionsAsync);
        app.Use(RequireSessionsAsync);
        app.UseAuthentication();
        app.UseAuthorization();
        app.Run(context => context.Features.Get<Call>()!.Next(context));
        _pipeline = app.Build();
    }

    /// <summary>
    /// Runs a handler, if its attributes let the request in: <c>[RequireSession]</c>, <c>[RequireRole]</c>, <c>[RequirePermission]</c>,
    /// <c>[RequireTenant]</c> and <c>[Authorize]</c>, on the method and on its class. Without any, it is open to everyone. Everything else is
    /// answered here: refused requests (401, 403), every <c>OPTIONS</c> request, and what the handler throws (500 without internals for
    /// exceptions that are not SuperTokens'). Answers get the CORS headers of the website, unless the handler has <c>[DisableCors]</c>, and the
    /// headers of <c>UseSuperTokensSecurityHeaders</c> that they do not have yet.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="handler">The method that handles it. When null, because it was not found, nobody is let in (500).</param>
    /// <param name="next">Runs the method.</param>
    /// <returns>The task of the request; <paramref name="next"/> ran only if the request was let in.</returns>
    public async Task InvokeAsync(HttpContext context, MethodInfo? handler, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        try
        {
            var (endpoint, mistake) = _handlers.GetOrAdd((context.GetEndpoint(), handler), CreateHandler);
            context.SetEndpoint(endpoint);
            context.Features.Set(new Call(mistake is null ? next : _ => throw new InvalidOperationException(mistake)));
            await _pipeline(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            if (!await _errors.TryRespondAsync(context, Unwrap(exception), ownEndpoint: true))
            {
                throw;
            }
        }
    }

    /// <summary>
    /// Whether a method, or its class, has an attribute that <see cref="InvokeAsync"/> would check. Ask it where there is no request, as for a
    /// timer or a tool that an agent calls: who calls is not known there, so that such a method must not run.
    /// </summary>
    /// <param name="handler">The method.</param>
    /// <returns>False when it has none, or <c>[AllowAnonymous]</c> beside it.</returns>
    public static bool IsProtected(MethodInfo handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var attributes = AttributesOf(handler);
        return attributes.Any(attribute => attribute is RequireSessionAttribute or IAuthorizeData) && !attributes.Any(attribute => attribute is IAllowAnonymous);
    }

    /// <summary>Serves the page of mails and SMS that were not sent, during development and to this machine. Call it from a handler of <c>/supertokens/inbox</c> and what is below.</summary>
    /// <param name="context">The request and its response.</param>
    /// <returns>False when there is no such page, as everywhere but in development: nothing was written.</returns>
    public async Task<bool> TryHandleInboxAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // Such hosts listen on all of a machine's addresses, as Azure Functions Core Tools do.
        var isNeighbour = context.Connection.RemoteIpAddress is { } caller && !IPAddress.IsLoopback(caller);
        return _inbox is not null && !isNeighbour && await _inbox.TryServeAsync(context);
    }

    private static Task AnswerOptionsAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsOptions(context.Request.Method))
        {
            return next(context);
        }

        // Handlers list the method for preflights, which CORS has answered: they must not run for what is none.
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static async Task RequireSessionsAsync(HttpContext context, RequestDelegate next)
    {
        foreach (var required in context.GetEndpoint()!.Metadata.GetOrderedMetadata<RequireSessionAttribute>())
        {
            if (!await context.RequestServices.GetRequiredService<SessionGate>().TryPassAsync(context, required.Options))
            {
                return;
            }
        }

        await next(context);
    }

    private static Handler CreateHandler((Endpoint? Routed, MethodInfo? Method) key)
    {
        var attributes = key.Method is null ? [] : AttributesOf(key.Method);
        return new Handler(CreateEndpoint(key.Routed, attributes), FindMistake(key.Method, attributes));
    }

    private static object[] AttributesOf(MethodInfo handler)
        => [.. handler.ReflectedType!.GetCustomAttributes(inherit: true), .. handler.GetCustomAttributes(inherit: true)];

    private static Endpoint CreateEndpoint(Endpoint? routed, object[] attributes)
    {
        // The route stays, because [RequireTenant] reads it.
        return routed is RouteEndpoint route
            ? new RouteEndpoint(route.RequestDelegate!, route.RoutePattern, route.Order, new EndpointMetadataCollection([.. route.Metadata, .. attributes]), route.DisplayName)
            : new Endpoint(requestDelegate: null, new EndpointMetadataCollection(attributes), displayName: null);
    }

    private static string? FindMistake(MethodInfo? handler, object[] attributes)
    {
        if (handler is null)
        {
            return "The method that handles the request was not found. What it requires is not known, so nobody is let in.";
        }

        var unread = Array.Find(attributes, IsReadByNobody);
        return unread is null
            ? null
            : $"{handler.ReflectedType}.{handler.Name} has [{unread.GetType().Name}], which nothing reads here, so nobody is let in. "
                + "Use [RequireSession], [RequireRole] and its like, or [Authorize].";
    }

    // Any filter of controllers may be what keeps people out, as one that checks a key. Descriptions of answers keep out nobody.
    private static bool IsReadByNobody(object attribute)
        => attribute is IAntiforgeryMetadata { RequiresValidation: true }
            || (attribute is IFilterMetadata and not (RequireSessionAttribute or IApiResponseMetadataProvider));

    // Hosts that run a handler as a continuation of another task wrap what it throws, Azure Functions among them.
    private static Exception Unwrap(Exception exception)
        => exception is AggregateException { InnerExceptions: [var only] } ? Unwrap(only) : exception;

    private sealed record Call(RequestDelegate Next);

    private sealed record Handler(Endpoint Endpoint, string? Mistake);
}
