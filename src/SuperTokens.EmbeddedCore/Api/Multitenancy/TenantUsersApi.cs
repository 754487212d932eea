using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Multitenancy;

/// <summary>Lets a login method sign in to several tenants of its app.</summary>
internal sealed class TenantUsersApi(CoreServices core) : ICoreApi
{
    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/multitenancy/tenant/user", MultitenancyApi.RecipeId).On("POST", Associate));
        router.Add(new CoreRoute("/recipe/multitenancy/tenant/user/remove", MultitenancyApi.RecipeId).On("POST", Disassociate));
    }

    private CoreResponse Associate(CoreRequest request)
    {
        var userId = UserId(request);
        var tenant = core.RequireTenant(request);
        return core.Database.Write(db =>
        {
            var internalId = UserIdMappingStore.InternalId(db, tenant.AppId, userId);
            if (UserStore.Find(db, tenant.AppId, internalId) is not { } user
                || user.LoginMethods.SingleOrDefault(method => method.UserId == internalId) is not { } method)
            {
                return CoreResponse.OfStatus("UNKNOWN_USER_ID_ERROR");
            }

            if ((user.IsPrimary ? ConflictOf(db, tenant, user) : null) is { } conflict)
            {
                return conflict;
            }

            var isMember = method.TenantIds.Contains(tenant.TenantId);
            if (!isMember && UserStore.IsTaken(db, tenant, method))
            {
                return Taken(TakenKind(db, tenant, method));
            }

            if (!isMember)
            {
                UserStore.AddToTenant(db, tenant, method);
            }

            return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["wasAlreadyAssociated"] = isMember });
        });
    }

    private CoreResponse Disassociate(CoreRequest request)
    {
        var userId = UserId(request);
        var tenant = core.RequireTenant(request);
        return core.Database.Write(db =>
        {
            var internalId = UserIdMappingStore.InternalId(db, tenant.AppId, userId);
            if (UserStore.Find(db, tenant.AppId, internalId) is null && !UserIdUse.All(db, tenant.AppId, userId).Any())
            {
                return CoreResponse.OfStatus("UNKNOWN_USER_ID_ERROR");
            }

            var hadData = UserRemoval.RemoveDataInTenant(db, tenant, UserIdMappingStore.PublicId(db, tenant.AppId, internalId));
            var wasMember = UserStore.RemoveFromTenant(db, tenant, internalId);
            return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["wasAssociated"] = hadData || wasMember });
        });
    }

    // All accounts of a primary user come along: none may belong to another primary user of the tenant. Kinds in the core's order.
    private static CoreResponse? ConflictOf(DatabaseScope db, TenantKey tenant, StoredUser user)
    {
        var conflict = user.LoginMethods
            .Select(method => AccountLinkStore.FindConflict(db, tenant.AppId, method, [tenant.TenantId], exceptId: user.Id))
            .OfType<AccountLinkStore.Conflict>()
            .MinBy(found => found.Kind);
        if (conflict is null)
        {
            return null;
        }

        var owner = UserStore.Find(db, tenant.AppId, conflict.PrimaryUserId)!;
        var isSameRecipe = owner.LoginMethods.Any(theirs => theirs.TenantIds.Contains(tenant.TenantId)
            && user.LoginMethods.Any(ours => ours.RecipeId == theirs.RecipeId && AreAlike(ours, theirs, conflict.Kind)));
        return isSameRecipe
            ? Taken(conflict.Kind)
            : CoreResponse.Json(new JsonObject
            {
                ["status"] = "ASSOCIATION_NOT_ALLOWED_ERROR",
                ["reason"] = $"Another primary user with {NameOf(conflict.Kind)} already exists: {conflict.PrimaryUserId}",
            });
    }

    private static AccountLinkStore.AccountKind TakenKind(DatabaseScope db, TenantKey tenant, LoginMethod method) =>
        method.ThirdPartyId is not null ? AccountLinkStore.AccountKind.ThirdParty
        : UserStore.IsTaken(db, tenant, method with { PhoneNumber = null }) ? AccountLinkStore.AccountKind.Email
        : AccountLinkStore.AccountKind.PhoneNumber;

    private static bool AreAlike(LoginMethod ours, LoginMethod theirs, AccountLinkStore.AccountKind kind) => kind switch
    {
        AccountLinkStore.AccountKind.Email => ours.Email is not null && ours.Email == theirs.Email,
        AccountLinkStore.AccountKind.PhoneNumber => ours.PhoneNumber is not null && ours.PhoneNumber == theirs.PhoneNumber,
        _ => ours.ThirdPartyId is not null && (ours.ThirdPartyId, ours.ThirdPartyUserId) == (theirs.ThirdPartyId, theirs.ThirdPartyUserId),
    };

    private static CoreResponse Taken(AccountLinkStore.AccountKind kind) => CoreResponse.OfStatus(kind switch
    {
        AccountLinkStore.AccountKind.Email => "EMAIL_ALREADY_EXISTS_ERROR",
        AccountLinkStore.AccountKind.PhoneNumber => "PHONE_NUMBER_ALREADY_EXISTS_ERROR",
        _ => "THIRD_PARTY_USER_ALREADY_EXISTS_ERROR",
    });

    private static string NameOf(AccountLinkStore.AccountKind kind) => kind switch
    {
        AccountLinkStore.AccountKind.Email => "email",
        AccountLinkStore.AccountKind.PhoneNumber => "phone number",
        _ => "third party info",
    };

    private static string UserId(CoreRequest request)
    {
        var userId = request.GetString(request.Version < CdiVersion.V4_0 ? "userId" : "recipeUserId").Trim();
        return userId.Length > 0 ? userId : throw CoreRequestException.BadRequest("Field name 'userId' cannot be an empty String");
    }
}
