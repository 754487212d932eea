using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Users;
using SuperTokens.PeerSuites.BackendServer.Setup;

namespace SuperTokens.PeerSuites.BackendServer.Endpoints;

internal static class AccountLinkingEndpoints
{
    public static void MapAccountLinking(this WebApplication app)
    {
        app.MapCall("/accountlinking/createprimaryuser", async call => await Recipe(call).CreatePrimaryUserAsync(call.RecipeUserId, call.Cancelled));
        app.MapCall("/accountlinking/cancreateprimaryuser", async call => await Recipe(call).CanCreatePrimaryUserAsync(call.RecipeUserId, call.Cancelled));
        app.MapCall("/accountlinking/linkaccounts", async call => await Recipe(call).LinkAccountsAsync(call.RecipeUserId, call.Text("primaryUserId"), call.Cancelled));
        app.MapCall("/accountlinking/unlinkaccount", async call => await Recipe(call).UnlinkAccountAsync(call.RecipeUserId, call.Cancelled));
        app.MapCall("/accountlinking/isemailchangeallowed", async call => await Recipe(call).IsEmailChangeAllowedAsync(
            await call.UserAsync(), call.Text("newEmail"), call.Flag("isVerified"), await call.SessionAsync(), call.Cancelled) is EmailChangeResult.Allowed);
        app.MapCall("/accountlinking/createprimaryuseridorlinkaccounts", async call => await Recipe(call).CreatePrimaryUserIdOrLinkAccountsAsync(
            call.TenantId, await call.UserAsync(), await call.SessionAsync(), call.Cancelled));
        app.MapCall("/accountlinking/getprimaryuserthatcanbelinkedtorecipeuserid", async call => await Recipe(call).GetPrimaryUserThatCanBeLinkedToRecipeUserIdAsync(
            call.TenantId, await call.UserAsync(), call.Cancelled));
        app.MapCall("/accountlinking/issignupallowed", async call =>
        {
            var user = call.Body.Part("newUser");
            return await Recipe(call).IsSignUpAllowedAsync(
                call.TenantId, new NewAccountInfo(user.Text("recipeId")!, Call.AccountInfo(user)), call.Flag("isVerified"), await call.SessionAsync(), call.Cancelled);
        });
        app.MapCall("/accountlinking/issigninallowed", async call =>
        {
            var user = await call.UserAsync();
            var method = user.LoginMethods.First(method => method.RecipeUserId == call.RecipeUserId);
            return await Recipe(call).IsSignInAllowedAsync(
                call.TenantId, user, NewAccountInfo.From(method), session: await call.SessionAsync(), cancellationToken: call.Cancelled);
        });
        app.MapCall("/accountlinking/verifyemailforrecipeuseriflinkedaccountsareverified", async call =>
        {
            // An application without e-mail verification has nothing to verify.
            if (call.Context.RequestServices.GetService<VerifiedAddresses>() is { } addresses
                && await call.Get<IUserDirectory>().GetUserAsync(call.Body.Part("user").Text("id")!, call.Cancelled) is { } user)
            {
                await addresses.VerifyLinkedAsync(user, call.RecipeUserId, call.Cancelled);
            }

            return null;
        });
    }

    private static IAccountLinkingRecipe Recipe(Call call) => call.Get<IAccountLinkingRecipe>();
}
