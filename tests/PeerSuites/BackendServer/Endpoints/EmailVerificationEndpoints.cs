using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Users;
using SuperTokens.PeerSuites.BackendServer.Hosting;
using SuperTokens.PeerSuites.BackendServer.Setup;

namespace SuperTokens.PeerSuites.BackendServer.Endpoints;

internal static class EmailVerificationEndpoints
{
    public static void MapEmailVerification(this WebApplication app)
    {
        app.MapCall("/emailverification/isemailverified", async call =>
            await call.Get<EmailVerifications>().IsVerifiedAsync(call.RecipeUserId, call.Body.Text("email"), call.Cancelled) ?? throw UnknownUser());
        app.MapCall("/emailverification/createemailverificationtoken", async call =>
            await call.Get<EmailVerifications>().CreateLinkAsync(call.TenantId, call.RecipeUserId, call.Body.Text("email"), call.Context, call.Cancelled) switch
            {
                EmailVerificationLinkResult.Ok ok => new JsonObject { ["status"] = "OK", ["token"] = QueryHelpers.ParseQuery(new Uri(ok.Link).Query)["token"].ToString() },
                EmailVerificationLinkResult.UnknownUserId => throw UnknownUser(),
                var other => other,
            });
        app.MapCall("/emailverification/verifyemailusingtoken", async call =>
            await call.Get<IEmailVerificationRecipe>().VerifyEmailUsingTokenAsync(
                call.TenantId, call.Text("token"), call.Flag("attemptAccountLinking", true), call.Cancelled) switch
            {
                VerifyEmailUsingTokenResult.Ok ok => new JsonObject
                {
                    ["status"] = "OK",
                    ["user"] = new JsonObject { ["recipeUserId"] = Wire.RecipeUserIdObject(ok.RecipeUserId), ["email"] = ok.Email },
                },
                var other => other,
            });
        app.MapCall("/emailverification/unverifyemail", async call =>
            await call.Get<EmailVerifications>().UnverifyAsync(call.RecipeUserId, call.Body.Text("email"), call.Cancelled)
                ? new JsonObject { ["status"] = "OK" }
                : throw UnknownUser());
        app.MapCall("/emailverification/updatesessionifrequiredpostemailverification", async call =>
        {
            try
            {
                return await call.SessionAsync() is { } session
                    ? await call.Get<VerifiedAddresses>().UpdateSessionAsync(
                        session, new RecipeUserId(call.Body.Part("recipeUserIdWhoseEmailGotVerified").Text("recipeUserId")!), call.Context, call.Cancelled)
                    : null;
            }
            catch (Exception exception)
            {
                // The suite wants the error itself here, not the answer of the SDK to it.
                await Failures.WriteAsync(call.Context, exception);
                return null;
            }
        });
    }

    private static InvalidOperationException UnknownUser() => new("Unknown User ID provided without email");
}
