using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Hosting.Authentication;
using SuperTokens.Backend.Recipes.AccountLinking;

namespace SuperTokens.Backend.Hosting.Doctor.Checks;

/// <summary>
/// Features of the core that need a licence key there and that the application uses, as far as that can be seen. The core answers 402 for
/// them without one. CDI: <c>GET /ee/featureflag</c> names those that are on.
/// </summary>
internal sealed class LicenceCheck(
    IServiceProvider services, CoreProbe connection, DoctorEndpoints endpoints, DoctorFeatures features, IOptions<AccountLinkingOptions> accountLinking) : IDoctorCheck
{
    public async Task CheckAsync(DoctorReport report, CancellationToken cancellationToken)
    {
        var needed = Needed().ToList();
        if (needed.Count == 0 || (connection.IsInProcess && !report.OnDemand))
        {
            return;
        }

        FeatureFlagAnswer answer;
        try
        {
            // The client and its pipelines are only made where there is something to ask.
            var core = services.GetRequiredService<ICoreClient>();
            answer = await core.SendAsync(CoreRequest.Get(CorePath.App("/ee/featureflag")), DoctorJsonContext.Default.FeatureFlagAnswer, cancellationToken);
        }
        catch (CoreException)
        {
            // The check of the core says what is wrong with it.
            return;
        }

        foreach (var (feature, setting, what) in needed.Where(each => !answer.Features.Contains(each.Feature)))
        {
            report.Error(
                DoctorIds.LicenceMissing,
                setting,
                null,
                $"The core's licence does not cover {what} ({feature}), so it refuses those calls with 402.",
                "Put a licence key into the core (PUT /ee/license), or do without the feature. Keys: https://supertokens.com/pricing.");
        }
    }

    private IEnumerable<(string Feature, string Setting, string What)> Needed()
    {
        if (accountLinking.Value is { Automatic: true } or { ShouldDoAutomaticAccountLinking: not null })
        {
            yield return ("account_linking", $"SuperTokens:AccountLinking:{nameof(AccountLinkingOptions.Automatic)}", "account linking");
        }

        if (features.HasSaml)
        {
            yield return ("saml", "AddSaml()", "SAML");
        }

        if (endpoints.All.Any(endpoint => endpoint.Metadata.GetMetadata<RequireTenantAttribute>() is not null))
        {
            yield return ("multi_tenancy", "[RequireTenant]", "tenants beside the first one");
        }
    }
}
