using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.ThirdParty;

/// <summary>The answer of <c>GET /authorisationurl</c>.</summary>
internal sealed record AuthorisationUrlAnswer(string Status, string UrlWithQueryParams, string? PkceCodeVerifier)
{
    public static IResult Of(AuthorisationRedirect redirect)
        => TypedResults.Json(new AuthorisationUrlAnswer("OK", redirect.UrlWithQueryParams, redirect.PkceCodeVerifier), ThirdPartyJsonContext.Default.AuthorisationUrlAnswer);
}

/// <summary>The answer of <c>POST /signinup</c>.</summary>
internal sealed record SignInUpAnswer(string Status, JsonElement? User = null, bool? CreatedNewRecipeUser = null, bool? CreatedNewUser = null, string? Reason = null)
{
    public static IResult Of(ThirdPartySignInUpApiResult.Ok ok, FdiVersion version)
    {
        var user = FdiUser.Write(ok.User, ok.Session.RecipeUserId, version);

        // FDI: the field was renamed together with the user's shape, in 1.18 and 3.0.
        var knowsLoginMethods = version.IsAtLeast(3, 0) || (version.IsAtLeast(1, 18) && !version.IsAtLeast(2, 0));
        return Of(knowsLoginMethods
            ? new SignInUpAnswer("OK", user, CreatedNewRecipeUser: ok.CreatedNewRecipeUser)
            : new SignInUpAnswer("OK", user, CreatedNewUser: ok.CreatedNewRecipeUser));
    }

    public static IResult Of(string status, string? reason = null) => Of(new SignInUpAnswer(status, Reason: reason));

    private static JsonHttpResult<SignInUpAnswer> Of(SignInUpAnswer answer) => TypedResults.Json(answer, ThirdPartyJsonContext.Default.SignInUpAnswer);
}
