using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Api.EmailPassword;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Passwordless;

/// <summary>Passwordless users by id or address, and changes of their addresses.</summary>
internal sealed class PasswordlessUserApi(CoreServices core) : ICoreApi
{
    public void Map(CoreRouter router) =>
        router.Add(new CoreRoute("/recipe/user", PasswordlessApi.RecipeId).On("GET", Get).On("PUT", Update));

    private CoreResponse Get(CoreRequest request)
    {
        var userId = request.GetOptionalQuery("userId");
        var email = request.GetOptionalQuery("email");
        var phoneNumber = request.GetOptionalQuery("phoneNumber");
        if (new[] { userId, email, phoneNumber }.Count(given => given is not null) != 1)
        {
            throw CoreRequestException.BadRequest("Please provide exactly one of userId, email or phoneNumber");
        }

        var user = userId is not null ? FindById(request, userId)
            : FindByAccount(request, email is not null ? EmailPasswordApi.Normalise(email) : LoginMethod.PhoneAccount(PhoneNumberText.Normalise(phoneNumber!)));
        return user is not null
            ? CoreResponse.Json(new JsonObject { ["status"] = "OK", ["user"] = UserJson.Write(user, request.Version) })
            : CoreResponse.OfStatus(userId is not null ? "UNKNOWN_USER_ID_ERROR" : email is not null ? "UNKNOWN_EMAIL_ERROR" : "UNKNOWN_PHONE_NUMBER_ERROR");
    }

    private CoreResponse Update(CoreRequest request)
    {
        var userId = request.GetString(request.Version < CdiVersion.V4_0 ? "userId" : "recipeUserId");
        var newEmail = GetNewAddress(request, "email", EmailPasswordApi.Normalise);
        var newPhoneNumber = GetNewAddress(request, "phoneNumber", PhoneNumberText.Normalise);
        var appId = core.RequireAppOnDefaultTenant(request);
        return core.Database.Write(db =>
        {
            var internalId = UserIdMappingStore.InternalId(db, appId, userId);
            var user = UserStore.Find(db, appId, internalId);
            var method = user?.LoginMethods.SingleOrDefault(one => one.UserId == internalId && one.RecipeId == PasswordlessApi.RecipeId);
            return user is null || method is null
                ? CoreResponse.OfStatus("UNKNOWN_USER_ID_ERROR")
                : Update(
                    db,
                    appId,
                    user,
                    method,
                    newEmail is null ? method.Email : newEmail.Value,
                    newPhoneNumber is null ? method.PhoneNumber : newPhoneNumber.Value);
        });
    }

    private static CoreResponse Update(DatabaseScope db, string appId, StoredUser user, LoginMethod method, string? email, string? phoneNumber)
    {
        if (email is null && phoneNumber is null)
        {
            throw CoreRequestException.BadRequest("You cannot clear both email and phone number of a user");
        }

        var emailChanges = email != method.Email;
        var phoneNumberChanges = phoneNumber != method.PhoneNumber;
        if (emailChanges && IsOfAnotherPrimaryUser(db, appId, user, method with { Email = email, PhoneNumber = null }))
        {
            return NotAllowed("EMAIL_CHANGE_NOT_ALLOWED_ERROR", "New email is associated with another primary user ID");
        }

        if (emailChanges && IsTaken(db, appId, method with { Email = email, PhoneNumber = null }))
        {
            return CoreResponse.OfStatus("EMAIL_ALREADY_EXISTS_ERROR");
        }

        if (phoneNumberChanges && IsOfAnotherPrimaryUser(db, appId, user, method with { Email = null, PhoneNumber = phoneNumber }))
        {
            return NotAllowed("PHONE_NUMBER_CHANGE_NOT_ALLOWED_ERROR", "New phone number is associated with another primary user ID");
        }

        if (phoneNumberChanges && IsTaken(db, appId, method with { Email = null, PhoneNumber = phoneNumber }))
        {
            return CoreResponse.OfStatus("PHONE_NUMBER_ALREADY_EXISTS_ERROR");
        }

        UserStore.TrySetContact(db, appId, method, email, phoneNumber);
        foreach (var tenant in Tenants(appId, method))
        {
            // Codes on their way to an address that changes hands end, those to the old one and those to the new one.
            PasswordlessStore.RemoveDevicesOf(db, tenant, emailChanges ? method.Email : null, phoneNumberChanges ? method.PhoneNumber : null);
            PasswordlessStore.RemoveDevicesOf(db, tenant, emailChanges ? email : null, phoneNumberChanges ? phoneNumber : null);
        }

        return CoreResponse.OfStatus("OK");
    }

    private StoredUser? FindById(CoreRequest request, string userId)
    {
        var appId = core.RequireAppOnDefaultTenant(request);
        var internalId = core.Database.Read(db => UserIdMappingStore.InternalId(db, appId, userId));
        var user = core.Database.Read(db => UserStore.Find(db, appId, internalId));
        var method = user?.LoginMethods.SingleOrDefault(one => one.UserId == internalId && one.RecipeId == PasswordlessApi.RecipeId);
        return method is null ? null : user! with { Id = internalId, ExternalUserId = method.ExternalUserId, LoginMethods = [method] };
    }

    private StoredUser? FindByAccount(CoreRequest request, string account)
    {
        var tenant = core.RequireTenant(request);
        return core.Database.Read(db => UserStore.FindByAccount(db, tenant, PasswordlessApi.RecipeId, account) is { } method
            ? UserStore.Find(db, tenant.AppId, method.UserId)
            : null);
    }

    private static bool IsOfAnotherPrimaryUser(DatabaseScope db, string appId, StoredUser user, LoginMethod changed) =>
        user.IsPrimary && AccountLinkStore.FindConflict(db, appId, changed, user.TenantIds, exceptId: user.Id) is not null;

    private static bool IsTaken(DatabaseScope db, string appId, LoginMethod method) =>
        Tenants(appId, method).Any(tenant => UserStore.IsTaken(db, tenant, method));

    private static IEnumerable<TenantKey> Tenants(string appId, LoginMethod method) => method.TenantIds.Select(tenantId => new TenantKey(appId, tenantId));

    private static CoreResponse NotAllowed(string status, string reason) =>
        CoreResponse.Json(new JsonObject { ["status"] = status, ["reason"] = reason });

    // Null: leave as it is. A JSON null clears the address.
    private static NewAddress? GetNewAddress(CoreRequest request, string name, Func<string, string> normalise) =>
        !request.Body.TryGetPropertyValue(name, out var value) ? null
        : value is null ? new NewAddress(null)
        : new NewAddress(CoreRequestException.CheckLength(normalise(request.GetString(name)), CoreRequestException.MaxAddressLength, name));

    private sealed record NewAddress(string? Value);
}
