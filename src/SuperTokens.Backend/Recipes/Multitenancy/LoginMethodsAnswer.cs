using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.Multitenancy;

/// <summary>The answer of <c>GET /loginmethods</c>.</summary>
internal sealed record LoginMethodsAnswer(
    string Status,
    LoginMethodsAnswer.Method EmailPassword,
    LoginMethodsAnswer.ThirdPartyMethod ThirdParty,
    LoginMethodsAnswer.Method Webauthn,
    LoginMethodsAnswer.Method Passwordless,
    ImmutableArray<string> FirstFactors)
{
    public static LoginMethodsAnswer From(LoginMethodsApiResult.Ok result) => new(
        "OK",
        new Method(result.FirstFactors.Contains("emailpassword")),
        new ThirdPartyMethod(result.FirstFactors.Contains("thirdparty"), [.. result.ThirdPartyProviders.Select(p => new Provider(p.Id, p.Name))]),
        new Method(result.FirstFactors.Contains("webauthn")),
        new Method(CoreTenantAnswer.PasswordlessFactors.Any(result.FirstFactors.Contains)),
        result.FirstFactors);

    internal sealed record Method(bool Enabled);

    internal sealed record ThirdPartyMethod(bool Enabled, ImmutableArray<Provider> Providers);

    internal sealed record Provider(string Id, string? Name);
}
