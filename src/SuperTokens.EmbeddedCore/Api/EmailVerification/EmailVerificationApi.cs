using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Api.EmailPassword;
using SuperTokens.EmbeddedCore.Crypto;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.EmailVerification;

/// <summary>Which e-mails are verified, and the tokens of verification links.</summary>
internal sealed class EmailVerificationApi(CoreServices core) : ICoreApi
{
    private const string RecipeId = "emailverification";

    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/user/email/verify", RecipeId).On("GET", IsVerified).On("POST", Verify));
        router.Add(new CoreRoute("/recipe/user/email/verify/token", RecipeId).On("POST", CreateToken));
        router.Add(new CoreRoute("/recipe/user/email/verify/token/remove", RecipeId).On("POST", RemoveTokens));
        router.Add(new CoreRoute("/recipe/user/email/verify/remove", RecipeId).On("POST", Unverify));
    }

    private CoreResponse IsVerified(CoreRequest request)
    {
        var userId = request.GetQuery("userId");
        var email = request.GetQuery("email");
        var appId = core.RequireAppOnDefaultTenant(request);
        return CoreResponse.Json(new JsonObject
        {
            ["status"] = "OK",
            ["isVerified"] = core.Database.Read(db => EmailVerificationStore.IsVerified(db, appId, userId, email)),
        });
    }

    private CoreResponse CreateToken(CoreRequest request)
    {
        var userId = request.GetString("userId");
        var email = EmailPasswordApi.Normalise(request.GetString("email"));
        var tenant = core.RequireTenant(request);
        var expiresAt = core.Now + core.ConfigOf(tenant).EmailVerificationTokenLifetime;
        var token = Hashing.NewLinkToken();
        return core.Database.Write(db =>
        {
            if (EmailVerificationStore.IsVerified(db, tenant.AppId, userId, email))
            {
                return CoreResponse.OfStatus("EMAIL_ALREADY_VERIFIED_ERROR");
            }

            EmailVerificationStore.AddToken(db, tenant, userId, email, Hashing.Sha256(token), expiresAt);
            return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["token"] = token });
        });
    }

    private CoreResponse Verify(CoreRequest request)
    {
        var method = request.GetString("method");
        var token = request.GetString("token");
        if (method != "token")
        {
            throw CoreRequestException.BadRequest("Unsupported method for email verification");
        }

        var tenant = core.RequireTenant(request);
        var owner = core.Database.Write(db =>
        {
            var consumed = EmailVerificationStore.Consume(db, tenant, Hashing.Sha256(token), core.Now);
            if (consumed is not null)
            {
                EmailVerificationStore.SetVerified(db, tenant.AppId, consumed.UserId, consumed.Email);
            }

            return consumed;
        });
        return owner is null
            ? CoreResponse.OfStatus("EMAIL_VERIFICATION_INVALID_TOKEN_ERROR")
            : CoreResponse.Json(new JsonObject { ["status"] = "OK", ["userId"] = owner.UserId, ["email"] = owner.Email });
    }

    private CoreResponse RemoveTokens(CoreRequest request)
    {
        var userId = request.GetString("userId");
        var email = EmailPasswordApi.Normalise(request.GetString("email"));
        var tenant = core.RequireTenant(request);
        core.Database.Write(db => EmailVerificationStore.RemoveTokens(db, tenant, userId, email));
        return CoreResponse.OfStatus("OK");
    }

    private CoreResponse Unverify(CoreRequest request)
    {
        var userId = request.GetString("userId");
        var email = EmailPasswordApi.Normalise(request.GetString("email"));
        var appId = core.RequireAppOnDefaultTenant(request);
        core.Database.Write(db => EmailVerificationStore.SetUnverified(db, appId, userId, email));
        return CoreResponse.OfStatus("OK");
    }
}
