using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Api.Multitenancy;
using SuperTokens.EmbeddedCore.Crypto;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.EmailPassword;

/// <summary>Password-reset tokens. One use of a token ends all tokens of its user.</summary>
internal sealed class PasswordResetApi(CoreServices core) : ICoreApi
{
    private const string InvalidToken = "RESET_PASSWORD_INVALID_TOKEN_ERROR";

    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/user/password/reset/token", EmailPasswordApi.RecipeId).On("POST", CreateToken));
        router.Add(new CoreRoute("/recipe/user/password/reset/token/consume", EmailPasswordApi.RecipeId).On("POST", Consume));
        router.Add(new CoreRoute("/recipe/user/password/reset", EmailPasswordApi.RecipeId).On("POST", Reset));
    }

    private CoreResponse CreateToken(CoreRequest request)
    {
        var userId = request.GetString("userId");
        var tenant = core.RequireTenant(request, TenantRecipe.EmailPassword);
        var givenEmail = request.Version >= CdiVersion.V4_0 ? request.GetString("email") : null;
        var expiresAt = core.Now + core.ConfigOf(tenant).PasswordResetTokenLifetime;
        var token = Hashing.NewLinkToken();
        var isKnown = core.Database.Write(db =>
        {
            var internalId = UserIdMappingStore.InternalId(db, tenant.AppId, userId);
            if (UserStore.Find(db, tenant.AppId, internalId) is not { } user)
            {
                return false;
            }

            var email = givenEmail ?? user.LoginMethods[0].Email ?? "";
            PasswordResetTokenStore.Add(db, tenant.AppId, internalId, Hashing.Sha256(token), email, expiresAt);
            return true;
        });
        return isKnown
            ? CoreResponse.Json(new JsonObject { ["status"] = "OK", ["token"] = token })
            : CoreResponse.OfStatus("UNKNOWN_USER_ID_ERROR");
    }

    private CoreResponse Consume(CoreRequest request)
    {
        var token = request.GetString("token");
        var tenant = core.RequireTenant(request);
        var owner = core.Database.Write(db =>
            PasswordResetTokenStore.Consume(db, tenant.AppId, Hashing.Sha256(token), core.Now) is { } consumed
                ? consumed with { UserId = UserIdMappingStore.PublicId(db, tenant.AppId, consumed.UserId) }
                : null);
        return owner is null
            ? CoreResponse.OfStatus(InvalidToken)
            : CoreResponse.Json(new JsonObject { ["status"] = "OK", ["userId"] = owner.UserId, ["email"] = owner.Email });
    }

    private CoreResponse Reset(CoreRequest request)
    {
        var method = request.GetString("method");
        var token = request.GetString("token");
        var password = request.GetString("newPassword");
        if (method != "token")
        {
            throw CoreRequestException.BadRequest("Unsupported method for password reset");
        }

        if (password.Length == 0)
        {
            throw CoreRequestException.BadRequest("Password cannot be an empty string");
        }

        var tenant = core.RequireTenant(request);
        var hash = core.Passwords.Hash(password);
        var userId = core.Database.Write(db =>
        {
            if (PasswordResetTokenStore.Consume(db, tenant.AppId, Hashing.Sha256(token), core.Now) is not { } owner)
            {
                return null;
            }

            UserStore.SetPasswordHash(db, tenant.AppId, owner.UserId, hash);
            return UserIdMappingStore.PublicId(db, tenant.AppId, owner.UserId);
        });
        return userId is null
            ? CoreResponse.OfStatus(InvalidToken)
            : CoreResponse.Json(new JsonObject { ["status"] = "OK", ["userId"] = userId });
    }
}
