using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Api.Multitenancy;
using SuperTokens.EmbeddedCore.Crypto;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.EmailPassword;

/// <summary>Sign-up, sign-in, and changes of e-mail and password. Password resets: <see cref="PasswordResetApi"/>.</summary>
internal sealed class EmailPasswordApi(CoreServices core) : ICoreApi
{
    public const string RecipeId = "emailpassword";

    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/signup", RecipeId).On("POST", SignUp));
        router.Add(new CoreRoute("/recipe/signin", RecipeId).On("POST", SignIn));
        router.Add(new CoreRoute("/recipe/user", RecipeId).On("GET", GetUser).On("PUT", UpdateUser));
        router.Add(new CoreRoute("/recipe/user/passwordhash/import", RecipeId).On("POST", ImportHash));
        new PasswordResetApi(core).Map(router);
    }

    /// <summary>E-mails are compared without case and surrounding space.</summary>
    public static string Normalise(string email) => email.Trim().ToLowerInvariant();

    private CoreResponse SignUp(CoreRequest request)
    {
        var email = ReadNewEmail(request.GetString("email"));
        var password = NotEmpty(request.GetString("password"));
        var tenant = core.RequireTenant(request, TenantRecipe.EmailPassword);
        var hash = core.Passwords.Hash(password);
        var user = core.Database.Write(db => Add(db, tenant, email, hash));
        return user is null
            ? CoreResponse.OfStatus("EMAIL_ALREADY_EXISTS_ERROR")
            : CoreResponse.Json(WithRecipeUserId(OkJson(user, request), user.PublicId, request));
    }

    private CoreResponse SignIn(CoreRequest request)
    {
        var email = Normalise(request.GetString("email"));
        var password = request.GetString("password");
        var tenant = core.RequireTenant(request, TenantRecipe.EmailPassword);
        var method = core.Database.Read(db => UserStore.FindByAccount(db, tenant, RecipeId, email));
        if (method?.PasswordHash is null || !PasswordHasher.Verify(password, method.PasswordHash))
        {
            return CoreResponse.OfStatus("WRONG_CREDENTIALS_ERROR");
        }

        var user = core.Database.Write(db =>
        {
            ActiveUserStore.Touch(db, tenant.AppId, method.PrimaryUserId, core.Now);
            return UserStore.Find(db, tenant.AppId, method.UserId);
        });
        // Removed while the password was being checked.
        return user is null
            ? CoreResponse.OfStatus("WRONG_CREDENTIALS_ERROR")
            : CoreResponse.Json(WithRecipeUserId(OkJson(user, request), method.PublicId, request));
    }

    private CoreResponse GetUser(CoreRequest request)
    {
        var userId = request.GetOptionalQuery("userId");
        var email = request.GetOptionalQuery("email");
        if ((userId is null) == (email is null))
        {
            throw CoreRequestException.BadRequest(
                userId is null ? "Please provide one of userId or email" : "Please provide only one of userId or email");
        }

        var user = userId is not null ? FindById(request, userId) : FindByEmail(request, Normalise(email!));
        return user is null
            ? CoreResponse.OfStatus(userId is not null ? "UNKNOWN_USER_ID_ERROR" : "UNKNOWN_EMAIL_ERROR")
            : CoreResponse.Json(OkJson(user, request));
    }

    private CoreResponse UpdateUser(CoreRequest request)
    {
        var userId = request.GetString(request.Version < CdiVersion.V4_0 ? "userId" : "recipeUserId");
        var email = request.GetOptionalString("email");
        var password = request.GetOptionalString("password");
        if (email is null && password is null)
        {
            throw CoreRequestException.BadRequest("You have to provide either email or password.");
        }

        var appId = core.RequireAppOnDefaultTenant(request);
        var hash = password is null ? null : core.Passwords.Hash(password);
        return core.Database.Write(db =>
        {
            var internalId = UserIdMappingStore.InternalId(db, appId, userId);
            var user = UserStore.Find(db, appId, internalId);
            if (user?.LoginMethods.SingleOrDefault(m => m.UserId == internalId && m.RecipeId == RecipeId) is not { } method)
            {
                return CoreResponse.OfStatus("UNKNOWN_USER_ID_ERROR");
            }

            if (email is not null && EmailProblem(db, appId, user, method, ReadNewEmail(email)) is { } problem)
            {
                return problem;
            }

            if (hash is not null)
            {
                UserStore.SetPasswordHash(db, appId, method.UserId, hash);
            }

            return CoreResponse.OfStatus("OK");
        });
    }

    // Sets the e-mail, or says why it may not be set.
    private static CoreResponse? EmailProblem(DatabaseScope db, string appId, StoredUser user, LoginMethod method, string email)
    {
        var changed = method with { Email = email };
        if (user.IsPrimary && AccountLinkStore.FindConflict(db, appId, changed, user.TenantIds, exceptId: user.Id) is not null)
        {
            return CoreResponse.Json(new JsonObject
            {
                ["status"] = "EMAIL_CHANGE_NOT_ALLOWED_ERROR",
                ["reason"] = "New email is associated with another primary user ID",
            });
        }

        return UserStore.TrySetContact(db, appId, method, email, phoneNumber: null) ? null : CoreResponse.OfStatus("EMAIL_ALREADY_EXISTS_ERROR");
    }

    private CoreResponse ImportHash(CoreRequest request)
    {
        var email = ReadNewEmail(request.GetString("email"));
        var hash = request.GetString("passwordHash").Trim();
        var algorithm = request.GetOptionalString("hashingAlgorithm")?.Trim();
        if (hash.Length == 0)
        {
            throw CoreRequestException.BadRequest("Password hash cannot be an empty string");
        }

        if (algorithm is not null && !algorithm.Equals("bcrypt", StringComparison.OrdinalIgnoreCase))
        {
            throw CoreRequestException.BadRequest(algorithm.Length == 0 ? "Hashing Algorithm cannot be an empty string" : "Unsupported password hashing algorithm");
        }

        if (!PasswordHasher.IsBcrypt(hash))
        {
            throw CoreRequestException.BadRequest(
                algorithm is null ? "Password hash is in invalid format" : "Password hash does not match hashing algorithm: BCRYPT");
        }

        var tenant = core.RequireTenant(request, TenantRecipe.EmailPassword);
        var (user, existed) = core.Database.Write(db =>
        {
            if (UserStore.FindByAccount(db, tenant, RecipeId, email) is not { } method)
            {
                return (Add(db, tenant, email, hash)!, false);
            }

            UserStore.SetPasswordHash(db, tenant.AppId, method.UserId, hash);
            return (UserStore.Find(db, tenant.AppId, method.UserId)!, true);
        });
        var json = OkJson(user, request);
        json["didUserAlreadyExist"] = existed;
        return CoreResponse.Json(json);
    }

    private StoredUser? Add(DatabaseScope db, TenantKey tenant, string email, string hash)
    {
        var id = Guid.NewGuid().ToString();
        var now = core.Now;
        var method = new LoginMethod(
            id, id, IsPrimary: false, RecipeId, email, PhoneNumber: null, ThirdPartyId: null, ThirdPartyUserId: null, hash, now, [tenant.TenantId], IsVerified: false);
        if (!UserStore.TryAdd(db, tenant, method))
        {
            return null;
        }

        ActiveUserStore.Touch(db, tenant.AppId, id, now);
        return UserStore.Find(db, tenant.AppId, id);
    }

    private StoredUser? FindById(CoreRequest request, string userId)
    {
        var appId = core.RequireAppOnDefaultTenant(request);
        var user = core.Database.Read(db => UserStore.Find(db, appId, UserIdMappingStore.InternalId(db, appId, userId)));
        return user?.LoginMethods.Any(method => method.RecipeId == RecipeId) == true ? user : null;
    }

    private StoredUser? FindByEmail(CoreRequest request, string email)
    {
        var tenant = core.RequireTenant(request);
        return core.Database.Read(db =>
            UserStore.FindByAccount(db, tenant, RecipeId, email) is { } method ? UserStore.Find(db, tenant.AppId, method.UserId) : null);
    }

    private static string ReadNewEmail(string email) =>
        CoreRequestException.CheckLength(Normalise(email), CoreRequestException.MaxAddressLength, "email");

    private static JsonObject OkJson(StoredUser user, CoreRequest request) =>
        new() { ["status"] = "OK", ["user"] = UserJson.Write(user, request.Version) };

    private static JsonObject WithRecipeUserId(JsonObject json, string recipeUserId, CoreRequest request)
    {
        if (request.Version >= CdiVersion.V4_0)
        {
            json["recipeUserId"] = recipeUserId;
        }

        return json;
    }

    private static string NotEmpty(string password) =>
        password.Length > 0 ? password : throw CoreRequestException.BadRequest("Password cannot be an empty string");
}
