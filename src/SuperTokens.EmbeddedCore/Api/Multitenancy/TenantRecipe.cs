using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Multitenancy;

/// <summary>
/// A recipe as tenants were told of it before there were first factors: on or off. <c>Name</c> is spelled as in JSON; the factors are the
/// recipe's ways to sign in, and <c>Title</c> is what refusals call it.
/// </summary>
internal sealed record TenantRecipe(string Name, string Title, IReadOnlyList<string> Factors)
{
    public static readonly TenantRecipe EmailPassword = new("emailPassword", "Email password", ["emailpassword"]);
    public static readonly TenantRecipe ThirdParty = new("thirdParty", "ThirdParty", ["thirdparty"]);
    public static readonly TenantRecipe Passwordless = new("passwordless", "Passwordless", ["otp-email", "otp-phone", "link-email", "link-phone"]);

    public static readonly IReadOnlyList<TenantRecipe> All = [EmailPassword, ThirdParty, Passwordless];

    public bool IsDisabled(TenantRow tenant) => tenant.DisabledRecipes.Contains(Name);

    /// <summary>Whether callers of a version see it as on: until CDI 4.0 unless the first factors leave it out, then unless there are none.</summary>
    public bool IsOn(TenantRow tenant, CdiVersion version) =>
        !IsDisabled(tenant)
        && (tenant.FirstFactors is not { } factors
            || (version >= CdiVersion.V5_0 ? factors.Count > 0 : Factors.Any(factors.Contains)));

    public bool Has(string factor) => Factors.Contains(factor);
}
