using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Hosting.Doctor;

namespace SuperTokens.Backend.Hosting.Authentication;

/// <summary>
/// Lets nobody reach an endpoint with <see cref="RequireSessionAttribute"/> where nothing would read it: <c>UseSuperTokens</c> does so outside
/// controllers, and only of endpoints that are known when it runs.
/// </summary>
internal sealed class RequiredSessionPolicy(UsedMiddleware used, IServiceProvider services) : MatcherPolicy, IEndpointSelectorPolicy
{
    // After all that choose between endpoints: one that is not chosen refuses nobody.
    public override int Order => int.MaxValue;

    /// <summary>Whether <see cref="SuperTokensMiddleware"/> has to look at the attribute, because MVC does not.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>False also where there is no attribute.</returns>
    public static bool Concerns(Endpoint endpoint)
        => endpoint.Metadata.GetMetadata<RequireSessionAttribute>() is not null && endpoint.Metadata.GetMetadata<ActionDescriptor>() is null;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(Concerns);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        if (MistakeOf(httpContext) is not { } mistake)
        {
            return Task.CompletedTask;
        }

        for (var index = 0; index < candidates.Count; index++)
        {
            if (candidates.IsValidCandidate(index) && Concerns(candidates[index].Endpoint))
            {
                throw new InvalidOperationException($"{candidates[index].Endpoint.DisplayName} has [RequireSession], which {mistake}");
            }
        }

        return Task.CompletedTask;
    }

    private string? MistakeOf(HttpContext context)
    {
        if (used.Times == 0 && services.GetService<SuperTokensPipeline>() is null)
        {
            return "nothing reads without UseSuperTokens, so nobody is let in. Write app.UseSuperTokens(); before app.UseAuthorization();.";
        }

        return context.Features.Get<UnroutedFeature>() is null
            ? null
            : "UseSuperTokens reads, and it ran before routing, so nobody is let in. Write app.UseRouting(); before app.UseSuperTokens();.";
    }
}

/// <summary>Set on requests that passed <see cref="SuperTokensMiddleware"/> before their endpoint was known.</summary>
internal sealed class UnroutedFeature
{
    public static UnroutedFeature Instance { get; } = new();
}
