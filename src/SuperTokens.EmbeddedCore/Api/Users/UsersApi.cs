using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Api.EmailPassword;
using SuperTokens.EmbeddedCore.Api.Passwordless;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Users;

/// <summary>Users of all recipes: by id, by account, counted, listed page by page, removed.</summary>
internal sealed class UsersApi(CoreServices core) : ICoreApi
{
    private const int MaxPage = 500;
    private const int DefaultPage = 100;

    private static readonly string[] RecipeIds = ["emailpassword", "thirdparty", "passwordless", "webauthn"];

    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/user/id", "").On("GET", ById));
        router.Add(new CoreRoute("/users/by-accountinfo", "").On("GET", ByAccountInfo));
        router.Add(new CoreRoute("/users/count", "").On("GET", Count));
        router.Add(new CoreRoute("/users", "").On("GET", List));
        router.Add(new CoreRoute("/user/search/tags", "").On("GET", SearchTags));
        router.Add(new CoreRoute("/user/remove", "").On("POST", Remove));
    }

    private CoreResponse ById(CoreRequest request)
    {
        var userId = request.GetQuery("userId");
        var appId = core.RequireAppOnDefaultTenant(request);
        return core.Database.Read(db => UserStore.Find(db, appId, UserIdMappingStore.InternalId(db, appId, userId))) is { } user
            ? CoreResponse.Json(new JsonObject { ["status"] = "OK", ["user"] = UserJson.Write(user, AtLeastV4(request)) })
            : CoreResponse.OfStatus("UNKNOWN_USER_ID_ERROR");
    }

    private CoreResponse ByAccountInfo(CoreRequest request)
    {
        var email = request.GetOptionalQuery("email");
        var phoneNumber = request.GetOptionalQuery("phoneNumber");
        var thirdPartyId = request.GetOptionalQuery("thirdPartyId");
        var thirdPartyUserId = request.GetOptionalQuery("thirdPartyUserId");
        var any = request.GetQuery("doUnionOfAccountInfo") switch
        {
            "true" => true,
            "false" => false,
            _ => throw CoreRequestException.BadRequest("'doUnionOfAccountInfo' should be either 'true' or 'false'"),
        };
        if ((thirdPartyId is null) != (thirdPartyUserId is null))
        {
            throw CoreRequestException.BadRequest("If 'thirdPartyId' is provided, 'thirdPartyUserId' must also be provided, and vice versa");
        }

        var tenant = core.RequireTenant(request);
        var users = core.Database.Read(db => UserStore.FindByAccountInfo(
            db,
            tenant,
            any,
            email is null ? null : EmailPasswordApi.Normalise(email),
            phoneNumber is null ? null : PhoneNumberText.Normalise(phoneNumber),
            thirdPartyId,
            thirdPartyUserId));
        return CoreResponse.Json(new JsonObject { ["status"] = "OK", ["users"] = Users(users, AtLeastV4(request)) });
    }

    private CoreResponse Count(CoreRequest request)
    {
        var recipeIds = IncludedRecipes(request);
        var allTenants = "true".Equals(request.GetOptionalQuery("includeAllTenants"), StringComparison.OrdinalIgnoreCase);
        var appId = allTenants ? core.RequireAppOnDefaultTenant(request) : core.RequireTenant(request).AppId;
        return CoreResponse.Json(new JsonObject
        {
            ["status"] = "OK",
            ["count"] = core.Database.Read(db => UserPages.Count(db, appId, allTenants ? null : request.Tenant.TenantId, recipeIds)),
        });
    }

    private CoreResponse List(CoreRequest request)
    {
        var recipeIds = IncludedRecipes(request);
        var tenant = core.RequireTenant(request);
        var paginationToken = request.GetOptionalQuery("paginationToken");
        var limit = request.GetOptionalIntQuery("limit") ?? DefaultPage;
        var order = request.GetOptionalQuery("timeJoinedOrder") ?? "ASC";
        if (order is not ("ASC" or "DESC"))
        {
            throw CoreRequestException.BadRequest("timeJoinedOrder can be either ASC OR DESC");
        }

        var search = ReadSearch(request);
        if ((limit > MaxPage && search is null) || limit < 1)
        {
            throw CoreRequestException.BadRequest(
                limit > MaxPage ? $"max limit allowed is {MaxPage}" : "limit must a positive integer with min value 1");
        }

        var start = paginationToken is null
            ? null
            : PageStart.TryParse(paginationToken) ?? throw CoreRequestException.BadRequest("invalid pagination token");
        // A search gives all it finds at once and looks at all recipes, whatever the request says.
        var (users, next) = core.Database.Read(db => search is null
            ? UserPages.Read(db, tenant, recipeIds, limit, order == "ASC", start)
            : (search.Find(db, tenant, order == "ASC"), null));
        var json = new JsonObject
        {
            ["status"] = "OK",
            ["users"] = request.Version >= CdiVersion.V4_0
                ? Users(users, request.Version)
                : new JsonArray([.. users.Select(user => new JsonObject
                {
                    ["recipeId"] = user.LoginMethods[0].RecipeId,
                    ["user"] = UserJson.Write(user, request.Version),
                })]),
        };
        if (next is not null)
        {
            json["nextPaginationToken"] = next.ToString();
        }

        return CoreResponse.Json(json);
    }

    private CoreResponse SearchTags(CoreRequest request) =>
        CoreResponse.Json(new JsonObject { ["status"] = "OK", ["tags"] = new JsonArray("email", "phone", "provider") });

    private CoreResponse Remove(CoreRequest request)
    {
        var userId = request.GetString("userId");
        var linkedToo = request.GetOptionalBoolean("removeAllLinkedAccounts") ?? true;
        var appId = core.RequireAppOnDefaultTenant(request);
        core.Database.Write(db => UserRemoval.Remove(db, appId, userId, linkedToo));
        return CoreResponse.OfStatus("OK");
    }

    private static List<string> IncludedRecipes(CoreRequest request)
    {
        var recipeIds = request.GetOptionalQuery("includeRecipeIds")?
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList() ?? [];
        return recipeIds.Find(id => !RecipeIds.Contains(id)) is { } unknown
            ? throw CoreRequestException.BadRequest($"Unknown recipe ID: {unknown}")
            : recipeIds;
    }

    private static UserSearch? ReadSearch(CoreRequest request)
    {
        var search = new UserSearch(Texts(request, "email"), Texts(request, "phone"), Texts(request, "provider"));
        return search is { Emails: null, PhoneNumbers: null, Providers: null } ? null : search;
    }

    private static List<string>? Texts(CoreRequest request, string name)
    {
        var texts = request.GetOptionalQuery(name)?.ToLowerInvariant()
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        return texts is { Count: > 0 } ? texts : null;
    }

    // These routes came with CDI 4.0, whatever the caller says it speaks.
    private static CdiVersion AtLeastV4(CoreRequest request) => request.Version < CdiVersion.V4_0 ? CdiVersion.V4_0 : request.Version;

    private static JsonArray Users(IEnumerable<StoredUser> users, CdiVersion version) =>
        new([.. users.Select(user => UserJson.Write(user, version))]);
}
