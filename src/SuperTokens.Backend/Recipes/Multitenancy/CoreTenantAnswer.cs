using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>The core's answer to <c>GET /{tenantId}/recipe/multitenancy/tenant/v2</c> and, before CDI 5.1, to the one without <c>v2</c>.</summary>
internal sealed record CoreTenantAnswer
{
    public static readonly ImmutableArray<string> PasswordlessFactors = ["otp-email", "otp-phone", "link-email", "link-phone"];

    /// <summary>Missing within a list of tenants.</summary>
    public string? Status { get; init; }

    public string? TenantId { get; init; }

    public CoreTenantProviders? ThirdParty { get; init; }

    /// <summary>Whether the recipe is on; only before CDI 5.1, as the next.</summary>
    public CoreRecipeSwitch? EmailPassword { get; init; }

    public CoreRecipeSwitch? Passwordless { get; init; }

    public ImmutableArray<string>? FirstFactors { get; init; }

    public ImmutableArray<string>? RequiredSecondaryFactors { get; init; }

    public JsonObject? CoreConfig { get; init; }

    public Tenant? ToTenant() => TenantId is null
        ? null
        : new Tenant
        {
            Id = TenantId,
            FirstFactors = WithoutSwitchedOff(),
            RequiredSecondaryFactors = RequiredSecondaryFactors,
            ThirdPartyProviders = ThirdParty?.Providers ?? [],
            CoreConfig = CoreConfig ?? [],
        };

    // CDI 5.0: what is switched off is no first factor, whatever the list says. Later versions have the list alone.
    private ImmutableArray<string>? WithoutSwitchedOff()
    {
        string[] off =
        [
            .. EmailPassword is { Enabled: false } ? ["emailpassword"] : Array.Empty<string>(),
            .. ThirdParty is { Enabled: false } ? ["thirdparty"] : Array.Empty<string>(),
            .. Passwordless is { Enabled: false } ? PasswordlessFactors : [],
        ];
        return off.Length == 0 ? FirstFactors : [.. (FirstFactors ?? ["emailpassword", "thirdparty", .. PasswordlessFactors]).Except(off)];
    }
}
