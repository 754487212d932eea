using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Configuration;

namespace SuperTokens.Backend.Hosting.Doctor.Checks;

/// <summary>
/// Who may call the API from a browser: the application's own CORS policies, as far as they can be found (the default one and those that
/// endpoints name), and whether the website may.
/// </summary>
internal sealed class CorsCheck(
    DoctorSites sites, UsedMiddleware used, DoctorEndpoints endpoints, IOptions<CorsOptions> cors, SuperTokensPipeline? pipeline = null) : IDoctorCheck
{
    // RFC 2606 reserves the name, so no policy lists it: who allows it allows everybody.
    private const string Stranger = "https://stranger.invalid";

    public Task CheckAsync(DoctorReport report, CancellationToken cancellationToken)
    {
        var policies = FindPolicies();
        foreach (var (name, _) in policies.Where(each => each.Policy.SupportsCredentials && (each.Policy.AllowAnyOrigin || each.Policy.IsOriginAllowed(Stranger))))
        {
            report.Error(
                DoctorIds.AnyOriginWithCredentials,
                name,
                "any origin, with credentials",
                "Any website can call the API as whoever is signed in there, and read the answers.",
                "Name the origins with WithOrigins, or use app.UseSuperTokensCors(), which allows the website alone.");
        }

        if (sites is { IsCrossOrigin: true, Website: { } website } && !used.HasCors && pipeline is null)
        {
            CheckOwn(report, DoctorSites.Show(website), [.. policies.Where(each => each.Policy.IsOriginAllowed(DoctorSites.Show(website)))]);
        }

        return Task.CompletedTask;
    }

    private void CheckOwn(DoctorReport report, string website, NamedPolicy[] policies)
    {
        if (policies.Length == 0)
        {
            // A gateway may answer for CORS instead, and policies that only the pipeline has cannot be seen: it is no more than a question.
            report.Warning(
                DoctorIds.NoCors,
                sites.WebsiteSetting,
                website,
                $"It is another origin than the API {DoctorSites.Show(sites.Api)}, and no CORS policy that can be seen allows it: browsers block its calls.",
                "Write app.UseSuperTokensCors(); before app.UseSuperTokens();. If a gateway, or a policy that only app.UseCors(…) has, allows it, this is for nothing.");
        }
        else if (policies.FirstOrDefault(each => each.Policy.SupportsCredentials) is not { } policy)
        {
            report.Error(
                DoctorIds.CorsWithoutCredentials, policies[0].Name, "no credentials", "Browsers neither send nor keep the session's cookies.", "Add AllowCredentials(), or use app.UseSuperTokensCors() instead.");
        }
        else if (!policy.Policy.ExposedHeaders.Contains("front-token", StringComparer.OrdinalIgnoreCase))
        {
            // FDI: the frontend learns from front-token that there is a session, and gets its tokens from st-access-token in header mode.
            report.Error(
                DoctorIds.CorsWithoutHeaders,
                policy.Name,
                $"exposes {(policy.Policy.ExposedHeaders.Count == 0 ? "no header" : string.Join(", ", policy.Policy.ExposedHeaders))}",
                "The frontend cannot read front-token and st-access-token, so it believes that nobody is signed in.",
                "Add WithExposedHeaders(\"front-token\", \"anti-csrf\", \"st-access-token\", \"st-refresh-token\"), or use app.UseSuperTokensCors() instead.");
        }
    }

    private List<NamedPolicy> FindPolicies()
    {
        var found = new List<NamedPolicy>();
        if (cors.Value.GetPolicy(cors.Value.DefaultPolicyName) is { } usual)
        {
            found.Add(new NamedPolicy("The default CORS policy", usual));
        }

        foreach (var endpoint in endpoints.All)
        {
            if (endpoint.Metadata.GetMetadata<ICorsPolicyMetadata>() is { } inline)
            {
                found.Add(new NamedPolicy($"The CORS policy of {endpoint.DisplayName}", inline.Policy));
            }
            else if (endpoint.Metadata.GetMetadata<IEnableCorsAttribute>()?.PolicyName is { } name && cors.Value.GetPolicy(name) is { } named)
            {
                found.Add(new NamedPolicy($"The CORS policy {name}", named));
            }
        }

        return [.. found.DistinctBy(each => each.Policy)];
    }

    private sealed record NamedPolicy(string Name, CorsPolicy Policy);
}
