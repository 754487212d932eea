using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Hosting;

[System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "Handlers are methods of objects, as an application's are.")]
public class Handlers
{
    public Task Open(HttpContext context) => context.Response.WriteAsync(context.User.Identity?.IsAuthenticated == true ? "known" : "open");

    [AllowAnonymous]
    public Task OpenToAll(HttpContext context) => Open(context);

    [RequireSession]
    public Task Session(HttpContext context) => context.Response.WriteAsync(context.GetSession()!.UserId);

    [RequireRole("editor")]
    public Task Role(HttpContext context) => context.Response.WriteAsync("in");

    [RequirePermission("write")]
    public Task Permission(HttpContext context) => context.Response.WriteAsync("in");

    [Authorize]
    public Task Authorized(HttpContext context) => context.Response.WriteAsync("in");

    [RequireTenant]
    public Task Tenant(HttpContext context) => context.Response.WriteAsync("in");

    [RequireSession]
    public Task SessionAndMore(HttpContext context) => context.GetSession()!.MergeIntoAccessTokenPayloadAsync(new() { ["more"] = true });

    [DisableCors]
    public Task WithoutCors(HttpContext context) => context.Response.WriteAsync("open");

    [AutoValidateAntiforgeryToken]
    public Task FilteredByNobody(HttpContext context) => context.Response.WriteAsync("ran");

    [KeyFilter]
    public Task FilteredByAKey(HttpContext context) => context.Response.WriteAsync("ran");

    [RequireAntiforgeryToken]
    public Task ProtectedByNobody(HttpContext context) => context.Response.WriteAsync("ran");

    [ProducesResponseType(StatusCodes.Status200OK)]
    public Task Described(HttpContext context) => context.Response.WriteAsync("in");

    [Authorize]
    public Task WhichEndpoint(HttpContext context) => context.Response.WriteAsync($"{RuntimeHelpers.GetHashCode(context.GetEndpoint())}");

    [Authorize]
    public Task WhichOther(HttpContext context) => WhichEndpoint(context);

    public Task Fails(HttpContext context)
    {
        context.Response.Cookies.Append("half", "done");
        throw new InvalidOperationException("secret");
    }

    public Task CannotRead(HttpContext context)
    {
        context.Response.Cookies.Append("half", "done");
        throw new AggregateException(new BadHttpRequestException("secret", StatusCodes.Status413PayloadTooLarge));
    }

    public Task LosesItsSession(HttpContext context) => throw new AggregateException(new TryRefreshTokenException("It ended."));

    public Task LosesItsCore(HttpContext context) => throw new CoreException("The core did not answer.");

    public async Task Inbox(HttpContext context)
    {
        context.Response.Headers["x-served-by"] = "handler";
        if (!await context.RequestServices.GetRequiredService<SuperTokensPipeline>().TryHandleInboxAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
