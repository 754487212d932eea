using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Hosting.Authentication;

namespace SuperTokens.Backend.Hosting;

[System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "Handlers are methods of objects, as an application's are.")]
[RequireSession]
public class ClosedHandlers
{
    public Task Closed(HttpContext context) => context.Response.WriteAsync("in");

    [RequireRole("editor")]
    public virtual Task Role(HttpContext context) => context.Response.WriteAsync("in");

    [AllowAnonymous]
    public Task Open(HttpContext context) => context.Response.WriteAsync("open");
}
