using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Recipes.Jwt;

namespace SuperTokens.Backend.Hosting.OpenApi;

/// <summary>The descriptions of all endpoints that any recipe has, by recipe, method and path.</summary>
internal static class FdiDescriptions
{
    private static readonly FdiDescription s_emailExists = new("Tells whether somebody signed up with an e-mail address.")
    {
        Query = ["email"],
        Answer = typeof(FdiExistsAnswer),
    };

    private static readonly FdiDescription s_phoneNumberExists = new("Tells whether somebody signed up with a phone number.")
    {
        Query = ["phoneNumber"],
        Answer = typeof(FdiExistsAnswer),
    };

    private static readonly FrozenDictionary<string, FdiDescription> s_all = new Dictionary<string, FdiDescription>
    {
        ["session POST /session/refresh"] = new("Gives the session new tokens, in cookies or headers.") { Needs = SessionNeed.RefreshToken, Answer = typeof(FdiRefreshAnswer) },
        ["session POST /signout"] = new("Ends the session.") { Needs = SessionNeed.Required, Answer = typeof(FdiGeneralAnswer) },

        ["emailpassword POST /signup"] = new("Signs up with an e-mail address and a password, and in.") { Body = typeof(FdiForm), Answer = typeof(FdiSignUpAnswer) },
        ["emailpassword POST /signin"] = new("Signs in with an e-mail address and a password.") { Body = typeof(FdiForm), Answer = typeof(FdiSignInAnswer) },
        ["emailpassword GET /emailpassword/email/exists"] = s_emailExists,
        ["emailpassword GET /signup/email/exists"] = s_emailExists,
        ["emailpassword POST /user/password/reset/token"] = new("Mails a link to reset a password. The answer is the same when nobody has the address.")
        {
            Body = typeof(FdiForm),
            Answer = typeof(FdiPasswordResetTokenAnswer),
        },
        ["emailpassword POST /user/password/reset"] = new("Sets a new password with the token of a link.") { Body = typeof(FdiPasswordReset), Answer = typeof(FdiPasswordResetAnswer) },

        ["emailverification POST /user/email/verify/token"] = new("Mails a link to verify the address of the session's user.")
        {
            Needs = SessionNeed.Required,
            Answer = typeof(FdiVerificationTokenAnswer),
        },
        ["emailverification POST /user/email/verify"] = new("Verifies an address with the token of a link.") { Body = typeof(FdiVerification), Answer = typeof(FdiVerificationAnswer) },
        ["emailverification GET /user/email/verify"] = new("Tells whether the address of the session's user is verified.")
        {
            Needs = SessionNeed.Required,
            Answer = typeof(FdiIsVerifiedAnswer),
        },

        ["passwordless POST /signinup/code"] = new("Sends a code, a link or both to an e-mail address or a phone number.") { Body = typeof(FdiContact), Answer = typeof(FdiCodeAnswer) },
        ["passwordless POST /signinup/code/resend"] = new("Sends another code.") { Body = typeof(FdiDevice), Answer = typeof(FdiResendAnswer) },
        ["passwordless POST /signinup/code/consume"] = new("Signs up or in with a code or a link.") { Body = typeof(FdiCode), Answer = typeof(FdiConsumeAnswer) },
        ["passwordless GET /passwordless/email/exists"] = s_emailExists,
        ["passwordless GET /signup/email/exists"] = s_emailExists,
        ["passwordless GET /passwordless/phonenumber/exists"] = s_phoneNumberExists,
        ["passwordless GET /signup/phonenumber/exists"] = s_phoneNumberExists,

        ["thirdparty GET /authorisationurl"] = new("Gives the provider's address to send people to.")
        {
            Query = ["thirdPartyId", "redirectURIOnProviderDashboard", "clientType?"],
            Answer = typeof(FdiAuthorisationUrlAnswer),
        },
        ["thirdparty POST /signinup"] = new("Signs up or in with what the provider gave.") { Body = typeof(FdiProviderSignIn), Answer = typeof(FdiProviderSignInAnswer) },
        ["thirdparty POST /callback/apple"] = new("Takes Apple's form and sends the browser on to the website.")
        {
            Form = ["state", "code?", "user?"],
            Redirect = StatusCodes.Status303SeeOther,
        },

        ["saml GET /saml/login"] = new("Sends the browser to a tenant's identity provider.")
        {
            Query = ["client_id", "redirect_uri", "state?"],
            Redirect = StatusCodes.Status302Found,
            Answer = typeof(FdiSamlAnswer),
        },
        ["saml POST /saml/callback"] = new("Takes the identity provider's answer and sends the browser on to the website.")
        {
            Form = ["SAMLResponse", "RelayState?"],
            Redirect = StatusCodes.Status302Found,
            Answer = typeof(FdiSamlAnswer),
        },

        ["multitenancy GET /loginmethods"] = new("Tells how people can sign in to the tenant.") { Answer = typeof(FdiLoginMethodsAnswer) },
        ["jwt GET /jwt/jwks.json"] = new("Gives the public keys that access tokens are signed with.") { Answer = typeof(JwksAnswer) },
        ["openid GET /.well-known/openid-configuration"] = new("Tells other software where to find what it needs to check tokens.") { Answer = typeof(JsonObject) },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Describes an endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>Its description; null when nobody wrote one.</returns>
    public static FdiDescription? Find(SuperTokensEndpoint endpoint) => s_all.GetValueOrDefault($"{endpoint.RecipeId} {endpoint.Method} {endpoint.Path}");
}
