using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>Decides which factors one can begin to sign in to a tenant with.</summary>
internal sealed class FirstFactors(IEnumerable<IFirstFactorSource> sources, IOptions<MultitenancyOptions> options)
{
    /// <summary>The factors SuperTokens has recipes for. Any other id is the app's own and needs no recipe.</summary>
    private static readonly FrozenSet<string> s_builtIn = new[]
    {
        "emailpassword", "webauthn", "otp-email", "otp-phone", "link-email", "link-phone", "thirdparty", "totp",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly ImmutableArray<string> _available = [.. sources.SelectMany(source => source.FirstFactors).Distinct(StringComparer.Ordinal)];

    /// <summary>The factors that work: configured for the tenant, or else for the app, and with their recipe added.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <returns>The factors' ids, in the order they were configured in.</returns>
    public ImmutableArray<string> Of(Tenant tenant)
    {
        // FDI: the tenant's list wins even when it is empty; only a tenant without one follows the app.
        IEnumerable<string> configured = tenant.FirstFactors ?? (options.Value.FirstFactors.Count > 0 ? [.. options.Value.FirstFactors] : _available);
        return [.. configured.Where(id => _available.Contains(id, StringComparer.Ordinal) || !s_builtIn.Contains(id)).Distinct(StringComparer.Ordinal)];
    }
}
