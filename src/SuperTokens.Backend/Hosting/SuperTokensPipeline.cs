using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Delivery;
using SuperTokens.Backend.Hosting.Authentication;

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

    internal SuperTokensPipeline(IServiceProvider services, ErrorResponder errors, DevelopmentInboxServer? inbox, Action<CorsPolicyBuilder>? configureCors)
    {
        _errors = errors;
        _inbox = inbox;
        var app = new ApplicationBuilder(services);
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
    /// exceptions that are not SuperTokens'). Answers get the CORS headers of the website, unless the handler has <c>[DisableCors]</c>.
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
            object[] attributes = handler is null ? [] : [.. handler.ReflectedType!.GetCustomAttributes(inherit: true), .. handler.GetCustomAttributes(inherit: true)];
            context.SetEndpoint(CreateEndpoint(context.GetEndpoint(), attributes));
            context.Features.Set(new Call(FindMistake(handler, attributes) is { } mistake ? _ => throw mistake : next));
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

    /// <summary>Serves the page of mails and SMS that were not sent, during development and to this machine. Call it from a handler of <c>/supertokens/inbox</c> and what is below.</summary>
    /// <param name="context">The request and its response.</param>
    /// <returns>False when there is no such page, as everywhere but in development: nothing was written.</returns>
    public async Task<bool> TryHandleInboxAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _inbox is not null && await _inbox.TryServeAsync(context);
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

    private static Endpoint CreateEndpoint(Endpoint? routed, object[] attributes)
    {
        // The route stays, because [RequireTenant] reads it.
        return routed is RouteEndpoint route
            ? new RouteEndpoint(route.RequestDelegate!, route.RoutePattern, route.Order, new EndpointMetadataCollection([.. route.Metadata, .. attributes]), route.DisplayName)
            : new Endpoint(requestDelegate: null, new EndpointMetadataCollection(attributes), displayName: null);
    }

    private static InvalidOperationException? FindMistake(MethodInfo? handler, object[] attributes)
    {
        if (handler is null)
        {
            return new InvalidOperationException("The method that handles the request was not found. What it requires is not known, so nobody is let in.");
        }

        var unread = Array.Find(attributes, attribute => attribute is not RequireSessionAttribute and (IAuthorizationFilter or IAsyncAuthorizationFilter or IFilterFactory));
        return unread is null ? null : new InvalidOperationException(
            $"{handler.ReflectedType}.{handler.Name} has [{unread.GetType().Name}], a filter of controllers that nothing runs here, so nobody is let in. "
            + "Use [RequireSession], [RequireRole], [RequirePermission], [RequireTenant] or [Authorize].");
    }

    // Hosts that run a handler as a continuation of another task wrap what it throws, Azure Functions among them.
    private static Exception Unwrap(Exception exception)
        => exception is AggregateException { InnerExceptions: [var only] } ? Unwrap(only) : exception;

    private sealed record Call(RequestDelegate Next);
}
