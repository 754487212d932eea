using SuperTokens.Backend.Recipes.Multitenancy;

namespace SuperTokensApp._1.Models;

/// <summary>The sign-in page: what was typed, and the ways to sign in that the tenant has.</summary>
public sealed record SignInPage(SignInForm Form, LoginMethodsApiResult.Ok Ways)
{
    public bool HasPassword => Ways.FirstFactors.Contains("emailpassword");

    public bool HasCode => Ways.FirstFactors.Any(factor => factor is "otp-email" or "otp-phone" or "link-email" or "link-phone");

    public bool HasProviders => Ways.FirstFactors.Contains("thirdparty") && !Ways.ThirdPartyProviders.IsEmpty;

    public bool HasNothing => !HasPassword && !HasCode && !HasProviders;
}
