using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.PeerSuites.BackendServer.Setup;

namespace SuperTokens.PeerSuites.BackendServer.Endpoints;

internal static class EmailPasswordEndpoints
{
    public static void MapEmailPassword(this WebApplication app)
    {
        app.MapCall("/emailpassword/signup", async call =>
        {
            var session = await call.SessionAsync();
            return await call.Get<IEmailPasswordRecipe>().SignUpAsync(
                call.TenantId, call.Text("email"), call.Text("password"), session, session is not null, call.Cancelled);
        });
        app.MapCall("/emailpassword/signin", async call =>
        {
            var session = await call.SessionAsync();
            return await call.Get<IEmailPasswordRecipe>().SignInAsync(
                call.TenantId, call.Text("email"), call.Text("password"), session, session is not null, call.Cancelled);
        });
        app.MapCall("/emailpassword/createresetpasswordlink", async call =>
            await call.Get<PasswordResets>().CreateLinkAsync(call.TenantId, call.Text("userId"), call.Text("email"), call.Context, call.Cancelled));
        app.MapCall("/emailpassword/updateemailorpassword", async call => await call.Get<IEmailPasswordRecipe>().UpdateEmailOrPasswordAsync(
            new UpdateEmailOrPasswordInput(call.RecipeUserId)
            {
                Email = call.Body.Text("email"),
                Password = call.Body.Text("password"),
                ApplyPasswordPolicy = call.Flag("applyPasswordPolicy", true),
                TenantIdForPasswordPolicy = call.Body.Text("tenantIdForPasswordPolicy") ?? "public",
            },
            call.Cancelled));
    }
}
