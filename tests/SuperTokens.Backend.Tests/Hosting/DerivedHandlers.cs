using Microsoft.AspNetCore.Http;

namespace SuperTokens.Backend.Hosting;

/// <summary>Says nothing about what is required: its base class and the method that it overrides do.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "Handlers are methods of objects, as an application's are.")]
public class DerivedHandlers : ClosedHandlers
{
    public override Task Role(HttpContext context) => context.Response.WriteAsync("in");

    public Task Added(HttpContext context) => context.Response.WriteAsync("in");
}
