using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.Passwordless;
using SuperTokens.PeerSuites.BackendServer.Setup;

namespace SuperTokens.PeerSuites.BackendServer.Endpoints;

internal static class PasswordlessEndpoints
{
    public static void MapPasswordless(this WebApplication app)
    {
        app.MapCall("/passwordless/signinup", async call =>
            await call.Get<PasswordlessLogins>().SignInUpAsync(call.TenantId, Contact(call), await call.SessionAsync(), call.Cancelled));
        app.MapCall("/passwordless/createcode", async call =>
        {
            var session = await call.SessionAsync();
            return await call.Get<IPasswordlessRecipe>().CreateCodeAsync(
                call.TenantId, Contact(call), call.Body.Text("userInputCode"), session, session is not null, call.Cancelled) is CreateCodeResult.Ok { Code: var code }
                ? new JsonObject
                {
                    ["status"] = "OK",
                    ["preAuthSessionId"] = code.PreAuthSessionId,
                    ["codeId"] = code.CodeId,
                    ["deviceId"] = code.DeviceId,
                    ["userInputCode"] = code.UserInputCode,
                    ["linkCode"] = code.LinkCode,
                    ["timeCreated"] = code.TimeCreated,
                    ["codeLifetime"] = (long)code.CodeLifetime.TotalMilliseconds,
                }
                : null;
        });
        app.MapCall("/passwordless/consumecode", async call =>
        {
            var session = await call.SessionAsync();
            SubmittedCode code = call.Body.Text("linkCode") is { } linkCode
                ? new SubmittedCode.Link(call.Text("preAuthSessionId"), linkCode)
                : new SubmittedCode.UserInput(call.Text("preAuthSessionId"), call.Text("deviceId"), call.Text("userInputCode"));
            return await call.Get<IPasswordlessRecipe>().ConsumeCodeAsync(call.TenantId, code, session, session is not null, call.Cancelled);
        });
        app.MapCall("/passwordless/updateuser", async call => await call.Get<IPasswordlessRecipe>().UpdateUserAsync(
            new UpdatePasswordlessUserInput(call.RecipeUserId)
            {
                Email = call.Body.Text("email"),
                PhoneNumber = call.Body.Text("phoneNumber"),
                RemoveEmail = IsNull(call, "email"),
                RemovePhoneNumber = IsNull(call, "phoneNumber"),
            },
            call.Cancelled));
    }

    private static PasswordlessContact Contact(Call call)
        => call.Body.Text("email") is { } email ? new PasswordlessContact.Email(email) : new PasswordlessContact.Phone(call.Text("phoneNumber"));

    private static bool IsNull(Call call, string name) => call.Body.ContainsKey(name) && call.Body[name] is null;
}
