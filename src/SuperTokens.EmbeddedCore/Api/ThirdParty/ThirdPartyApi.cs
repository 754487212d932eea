using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Api.EmailPassword;
using SuperTokens.EmbeddedCore.Api.Multitenancy;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.ThirdParty;

/// <summary>Users who sign in with another service's account. What that service says of the e-mail is taken as it is.</summary>
internal sealed class ThirdPartyApi(CoreServices core) : ICoreApi
{
    public const string RecipeId = "thirdparty";

    // What the real core's databases take, in characters.
    private const int MaxProviderIdLength = 28;

    // The first version told the core whether an e-mail is verified; those up to 4.0 left that to the e-mail verification recipe.
    private static readonly CdiVersion First = new(2, 7);

    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/signinup", RecipeId).On("POST", SignInUp));
        router.Add(new CoreRoute("/recipe/user", RecipeId).On("GET", GetUser));
        router.Add(new CoreRoute("/recipe/users/by-email", RecipeId).On("GET", GetUsersByEmail));
    }

    private CoreResponse SignInUp(CoreRequest request)
    {
        var thirdPartyId = request.GetString("thirdPartyId");
        var thirdPartyUserId = request.GetString("thirdPartyUserId");
        var emailObject = request.GetObject("email");
        var email = EmailPasswordApi.Normalise(CoreRequest.GetString(emailObject, "id"));
        CoreRequestException.CheckLength(thirdPartyId, MaxProviderIdLength, "thirdPartyId");
        CoreRequestException.CheckLength(thirdPartyUserId, CoreRequestException.MaxAddressLength, "thirdPartyUserId");
        CoreRequestException.CheckLength(email, CoreRequestException.MaxAddressLength, "email");
        var isVerified = (request.Version >= CdiVersion.V4_0 || request.Version == First) && CoreRequest.GetBoolean(emailObject, "isVerified");
        var tenant = core.RequireTenant(request, TenantRecipe.ThirdParty);
        return core.Database.Write(db =>
        {
            var known = UserStore.FindByAccount(db, tenant, RecipeId, LoginMethod.ThirdPartyAccount(thirdPartyId, thirdPartyUserId));
            if (known is not null && !TrySetEmail(db, tenant.AppId, known, email))
            {
                return CoreResponse.Json(new JsonObject
                {
                    ["status"] = "EMAIL_CHANGE_NOT_ALLOWED_ERROR",
                    ["reason"] = "Email already associated with another primary user.",
                });
            }

            var method = known ?? Add(db, tenant, email, thirdPartyId, thirdPartyUserId);
            if (isVerified)
            {
                EmailVerificationStore.SetVerified(db, tenant.AppId, method.PublicId, email);
            }

            ActiveUserStore.Touch(db, tenant.AppId, method.PrimaryUserId, core.Now);
            var json = OkJson(UserStore.Find(db, tenant.AppId, method.UserId)!, request);
            json["createdNewUser"] = known is null;
            if (request.Version >= CdiVersion.V4_0)
            {
                json["recipeUserId"] = method.PublicId;
            }

            return CoreResponse.Json(json);
        });
    }

    private CoreResponse GetUser(CoreRequest request)
    {
        var userId = request.GetOptionalQuery("userId");
        var thirdPartyId = request.GetOptionalQuery("thirdPartyId");
        var thirdPartyUserId = request.GetOptionalQuery("thirdPartyUserId");
        if (userId is not null && (thirdPartyId is not null || thirdPartyUserId is not null))
        {
            throw CoreRequestException.BadRequest("Please provide only one of userId or (thirdPartyId & thirdPartyUserId)");
        }

        if (userId is null && (thirdPartyId is null || thirdPartyUserId is null))
        {
            throw CoreRequestException.BadRequest("Please provide one of userId or (thirdPartyId & thirdPartyUserId)");
        }

        var user = userId is not null ? FindById(request, userId) : FindByAccount(request, LoginMethod.ThirdPartyAccount(thirdPartyId!, thirdPartyUserId!));
        return user is not null
            ? CoreResponse.Json(OkJson(user, request))
            : CoreResponse.OfStatus(userId is not null ? "UNKNOWN_USER_ID_ERROR" : "UNKNOWN_THIRD_PARTY_USER_ERROR");
    }

    private CoreResponse GetUsersByEmail(CoreRequest request)
    {
        var tenant = core.RequireTenant(request);
        var email = EmailPasswordApi.Normalise(request.GetQuery("email"));
        var users = core.Database.Read(db => UserStore.FindByAccountInfo(
            db, tenant, any: true, email, phoneNumber: null, thirdPartyId: null, thirdPartyUserId: null));
        return CoreResponse.Json(new JsonObject
        {
            ["status"] = "OK",
            ["users"] = new JsonArray([.. users
                .Where(user => user.LoginMethods.Any(method => method.RecipeId == RecipeId && method.Email == email))
                .Select(user => UserJson.Write(user, request.Version))]),
        });
    }

    private static bool TrySetEmail(DatabaseScope db, string appId, LoginMethod method, string email)
    {
        if (email == method.Email)
        {
            return true;
        }

        var user = UserStore.Find(db, appId, method.UserId)!;
        var newAddress = method with { Email = email, ThirdPartyId = null, ThirdPartyUserId = null };
        if (user.IsPrimary && AccountLinkStore.FindConflict(db, appId, newAddress, user.TenantIds, exceptId: user.Id) is not null)
        {
            return false;
        }

        // Several third-party users may have one e-mail: the service's own id is the account.
        return UserStore.TrySetContact(db, appId, method, email, phoneNumber: null);
    }

    private LoginMethod Add(DatabaseScope db, TenantKey tenant, string email, string thirdPartyId, string thirdPartyUserId)
    {
        var id = Guid.NewGuid().ToString();
        var method = new LoginMethod(
            id, id, IsPrimary: false, RecipeId, email, PhoneNumber: null, thirdPartyId, thirdPartyUserId,
            PasswordHash: null, core.Now, [tenant.TenantId], IsVerified: false);
        UserStore.TryAdd(db, tenant, method);
        return method;
    }

    private StoredUser? FindById(CoreRequest request, string userId)
    {
        var appId = core.RequireAppOnDefaultTenant(request);
        return core.Database.Read(db =>
        {
            var internalId = UserIdMappingStore.InternalId(db, appId, userId);
            var user = UserStore.Find(db, appId, internalId);
            var method = user?.LoginMethods.SingleOrDefault(one => one.UserId == internalId && one.RecipeId == RecipeId);
            return method is null ? null : user! with { Id = internalId, ExternalUserId = method.ExternalUserId, LoginMethods = [method] };
        });
    }

    private StoredUser? FindByAccount(CoreRequest request, string account)
    {
        var tenant = core.RequireTenant(request);
        return core.Database.Read(db =>
            UserStore.FindByAccount(db, tenant, RecipeId, account) is { } method ? UserStore.Find(db, tenant.AppId, method.UserId) : null);
    }

    private static JsonObject OkJson(StoredUser user, CoreRequest request) =>
        new() { ["status"] = "OK", ["user"] = UserJson.Write(user, request.Version) };
}
