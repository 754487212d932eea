using System.Text.Json.Nodes;
using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.AccountLinking;

/// <summary>Primary users and the login methods linked to them. The rules: <see cref="AccountLinks"/>.</summary>
internal sealed class AccountLinkingApi(CoreServices core) : ICoreApi
{
    private const string RecipeId = "accountlinking";

    public void Map(CoreRouter router)
    {
        router.Add(new CoreRoute("/recipe/accountlinking/user/primary", RecipeId).On("POST", MakePrimary));
        router.Add(new CoreRoute("/recipe/accountlinking/user/primary/check", RecipeId).On("GET", CanBecomePrimary));
        router.Add(new CoreRoute("/recipe/accountlinking/user/link", RecipeId).On("POST", Link));
        router.Add(new CoreRoute("/recipe/accountlinking/user/link/check", RecipeId).On("GET", CanLink));
        router.Add(new CoreRoute("/recipe/accountlinking/user/unlink", RecipeId).On("POST", Unlink));
    }

    private CoreResponse CanBecomePrimary(CoreRequest request)
    {
        var recipeUserId = request.GetQuery("recipeUserId");
        var appId = core.RequireAppOnDefaultTenant(request);
        return core.Database.Read(db =>
            PrimaryAnswer(db, appId, AccountLinks.CanBecomePrimary(db, appId, Internal(db, appId, recipeUserId)), showUserTo: null));
    }

    private CoreResponse MakePrimary(CoreRequest request)
    {
        var recipeUserId = request.GetString("recipeUserId");
        var appId = core.RequireAppOnDefaultTenant(request);
        return core.Database.Write(db =>
            PrimaryAnswer(db, appId, AccountLinks.MakePrimary(db, appId, Internal(db, appId, recipeUserId)), showUserTo: request));
    }

    private CoreResponse CanLink(CoreRequest request)
    {
        var recipeUserId = request.GetQuery("recipeUserId");
        var primaryUserId = request.GetQuery("primaryUserId");
        var appId = core.RequireAppOnDefaultTenant(request);
        return core.Database.Read(db => LinkAnswer(
            db,
            appId,
            AccountLinks.CanLink(db, appId, Internal(db, appId, recipeUserId), Internal(db, appId, primaryUserId)),
            showUserTo: null));
    }

    private CoreResponse Link(CoreRequest request)
    {
        var recipeUserId = request.GetString("recipeUserId");
        var primaryUserId = request.GetString("primaryUserId");
        var appId = core.RequireAppOnDefaultTenant(request);
        return core.Database.Write(db => LinkAnswer(
            db,
            appId,
            AccountLinks.Link(db, appId, Internal(db, appId, recipeUserId), Internal(db, appId, primaryUserId)),
            showUserTo: request));
    }

    private CoreResponse Unlink(CoreRequest request)
    {
        var recipeUserId = request.GetString("recipeUserId");
        var appId = core.RequireAppOnDefaultTenant(request);
        var unlinking = core.Database.Write(db => AccountLinks.Unlink(db, appId, Internal(db, appId, recipeUserId))) ?? throw UnknownUser();
        return CoreResponse.Json(new JsonObject
        {
            ["status"] = "OK",
            ["wasRecipeUserDeleted"] = unlinking.WasDeleted,
            ["wasLinked"] = unlinking.WasLinked,
        });
    }

    private static CoreResponse PrimaryAnswer(DatabaseScope db, string appId, LinkOutcome outcome, CoreRequest? showUserTo) => outcome switch
    {
        LinkOutcome.Ok ok => OkAnswer("wasAlreadyAPrimaryUser", ok, showUserTo),
        LinkOutcome.BelongsToAnother linked => Refusal(
            "RECIPE_USER_ID_ALREADY_LINKED_WITH_PRIMARY_USER_ID_ERROR", linked.Owner.PublicId, "This user ID is already linked to another user ID"),
        _ => CommonAnswer(db, appId, outcome),
    };

    private static CoreResponse LinkAnswer(DatabaseScope db, string appId, LinkOutcome outcome, CoreRequest? showUserTo) => outcome switch
    {
        LinkOutcome.Ok ok => OkAnswer("accountsAlreadyLinked", ok, showUserTo),
        LinkOutcome.BelongsToAnother linked => Refusal(
            "RECIPE_USER_ID_ALREADY_LINKED_WITH_ANOTHER_PRIMARY_USER_ID_ERROR",
            linked.Owner.PublicId,
            "The input recipe user ID is already linked to another user ID",
            showUserTo is null ? null : UserJson.Write(linked.Owner, AtLeastV4(showUserTo))),
        LinkOutcome.NotAPrimaryUser => CoreResponse.OfStatus("INPUT_USER_IS_NOT_A_PRIMARY_USER"),
        _ => CommonAnswer(db, appId, outcome),
    };

    private static CoreResponse CommonAnswer(DatabaseScope db, string appId, LinkOutcome outcome) => outcome switch
    {
        LinkOutcome.UnknownUser => throw UnknownUser(),
        LinkOutcome.AccountTaken taken => Refusal(
            "ACCOUNT_INFO_ALREADY_ASSOCIATED_WITH_ANOTHER_PRIMARY_USER_ID_ERROR",
            UserIdMappingStore.PublicId(db, appId, taken.By.PrimaryUserId),
            $"This user's {NameOf(taken.By.Kind)} is already associated with another user ID"),
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} has no answer."),
    };

    private static CoreResponse OkAnswer(string flag, LinkOutcome.Ok ok, CoreRequest? showUserTo)
    {
        var json = new JsonObject { ["status"] = "OK", [flag] = ok.Already };
        if (showUserTo is not null)
        {
            json["user"] = UserJson.Write(ok.User, AtLeastV4(showUserTo));
        }

        return CoreResponse.Json(json);
    }

    private static CoreResponse Refusal(string status, string primaryUserId, string description, JsonObject? user = null)
    {
        var json = new JsonObject { ["status"] = status, ["primaryUserId"] = primaryUserId, ["description"] = description };
        if (user is not null)
        {
            json["user"] = user;
        }

        return CoreResponse.Json(json);
    }

    private static string Internal(DatabaseScope db, string appId, string userId) => UserIdMappingStore.InternalId(db, appId, userId);

    private static string NameOf(AccountLinkStore.AccountKind kind) => kind switch
    {
        AccountLinkStore.AccountKind.Email => "email",
        AccountLinkStore.AccountKind.PhoneNumber => "phone number",
        _ => "third party login",
    };

    // Account linking came with CDI 4.0, whatever the caller says it speaks.
    private static CdiVersion AtLeastV4(CoreRequest request) => request.Version < CdiVersion.V4_0 ? CdiVersion.V4_0 : request.Version;

    private static CoreRequestException UnknownUser() => CoreRequestException.BadRequest("Unknown user ID provided");
}
