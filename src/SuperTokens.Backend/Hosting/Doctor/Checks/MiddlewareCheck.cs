using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using SuperTokens.Backend.Hosting.Authentication;

namespace SuperTokens.Backend.Hosting.Doctor.Checks;

/// <summary>The order of the pipeline. Hosts without one (<c>UsePipeline</c>) have it right by themselves.</summary>
internal sealed class MiddlewareCheck(UsedMiddleware used, DoctorSites sites, DoctorEndpoints endpoints, SuperTokensPipeline? pipeline = null) : IDoctorCheck
{
    public Task CheckAsync(DoctorReport report, CancellationToken cancellationToken)
    {
        if (pipeline is not null)
        {
            return Task.CompletedTask;
        }

        if (used.Times == 0)
        {
            report.Error(
                DoctorIds.NotInPipeline,
                "app.UseSuperTokens()",
                "not called",
                "No sign-in endpoint is served, and [RequireSession] on minimal endpoints lets nobody in.",
                "Write app.UseSuperTokens(); before app.UseAuthorization();.");
        }
        else if (used.Times > 1)
        {
            report.Warning(
                DoctorIds.UsedTwice,
                "app.UseSuperTokens()",
                string.Create(CultureInfo.InvariantCulture, $"called {used.Times} times"),
                "Each request is looked at more than once.",
                "Call it once, for the whole application.");
        }

        if (used.IsRoutingLater && endpoints.All.Any(RequiredSessionPolicy.Concerns))
        {
            report.Error(
                DoctorIds.RoutingAfterSuperTokens,
                "app.UseRouting()",
                "after app.UseSuperTokens()",
                "[RequireSession] on minimal endpoints and hubs is read before they are known, so that it lets nobody in.",
                "Write app.UseRouting(); before app.UseSuperTokens();, or leave it out.");
        }

        if (used is { HasCors: true, IsAuthorizationBeforeCors: true } && sites.IsCrossOrigin
            && endpoints.All.Any(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null))
        {
            report.Warning(
                DoctorIds.AuthorizationBeforeCors,
                "app.UseAuthorization()",
                "before app.UseSuperTokensCors()",
                "Its 401 answers have no CORS headers, so that the website cannot read them and does not refresh the session.",
                "Write app.UseAuthorization(); after app.UseSuperTokens();.");
        }

        return Task.CompletedTask;
    }
}
