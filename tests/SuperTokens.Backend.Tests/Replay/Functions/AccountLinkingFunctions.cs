using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.AccountLinking;

namespace SuperTokens.Backend.Tests.Replay.Functions;

internal static class AccountLinkingFunctions
{
    private const string InfoTaken = "ACCOUNT_INFO_ALREADY_ASSOCIATED_WITH_ANOTHER_PRIMARY_USER_ID_ERROR";
    private const string LinkedElsewhere = "RECIPE_USER_ID_ALREADY_LINKED_WITH_ANOTHER_PRIMARY_USER_ID_ERROR";
    private const string LinkedToPrimary = "RECIPE_USER_ID_ALREADY_LINKED_WITH_PRIMARY_USER_ID_ERROR";
    private const string NotPrimary = "INPUT_USER_IS_NOT_A_PRIMARY_USER";

    public static IReadOnlyDictionary<string, RecordedFunction> All { get; } = new Dictionary<string, RecordedFunction>
    {
        ["AccountLinking.canCreatePrimaryUser"] = async (services, args) => await Recipe(services).CanCreatePrimaryUserAsync(args.Login(0)) switch
        {
            CanCreatePrimaryUserResult.Ok ok => Returned.Ok(("wasAlreadyAPrimaryUser", ok.WasAlreadyAPrimaryUser)),
            CanCreatePrimaryUserResult.AlreadyLinkedToPrimaryUser linked => Refused(LinkedToPrimary, linked.PrimaryUserId, linked.Description),
            CanCreatePrimaryUserResult.AccountInfoBelongsToAnotherPrimaryUser taken => Refused(InfoTaken, taken.PrimaryUserId, taken.Description),
            var other => throw new NotSupportedException(other.ToString()),
        },
        ["AccountLinking.createPrimaryUser"] = async (services, args) => await Recipe(services).CreatePrimaryUserAsync(args.Login(0)) switch
        {
            CreatePrimaryUserResult.Ok ok => Returned.Ok(("wasAlreadyAPrimaryUser", ok.WasAlreadyAPrimaryUser), ("user", Returned.User(ok.User))),
            CreatePrimaryUserResult.AlreadyLinkedToPrimaryUser linked => Refused(LinkedToPrimary, linked.PrimaryUserId, linked.Description),
            CreatePrimaryUserResult.AccountInfoBelongsToAnotherPrimaryUser taken => Refused(InfoTaken, taken.PrimaryUserId, taken.Description),
            var other => throw new NotSupportedException(other.ToString()),
        },
        ["AccountLinking.canLinkAccounts"] = async (services, args) => await Recipe(services).CanLinkAccountsAsync(args.Login(0), args.Text(1)) switch
        {
            CanLinkAccountsResult.Ok ok => Returned.Ok(("accountsAlreadyLinked", ok.AccountsAlreadyLinked)),
            CanLinkAccountsResult.AlreadyLinkedToAnotherPrimaryUser linked => Refused(LinkedElsewhere, linked.PrimaryUserId, linked.Description),
            CanLinkAccountsResult.AccountInfoBelongsToAnotherPrimaryUser taken => Refused(InfoTaken, taken.PrimaryUserId, taken.Description),
            _ => Returned.Status(NotPrimary),
        },
        ["AccountLinking.linkAccounts"] = async (services, args) => await Recipe(services).LinkAccountsAsync(args.Login(0), args.Text(1)) switch
        {
            LinkAccountsResult.Ok ok => Returned.Ok(("accountsAlreadyLinked", ok.AccountsAlreadyLinked), ("user", Returned.User(ok.User))),
            LinkAccountsResult.AlreadyLinkedToAnotherPrimaryUser linked => Refused(LinkedElsewhere, linked.PrimaryUserId, linked.Description, ("user", Returned.User(linked.User))),
            LinkAccountsResult.AccountInfoBelongsToAnotherPrimaryUser taken => Refused(InfoTaken, taken.PrimaryUserId, taken.Description),
            _ => Returned.Status(NotPrimary),
        },
        ["AccountLinking.unlinkAccount"] = async (services, args) =>
        {
            var result = await Recipe(services).UnlinkAccountAsync(args.Login(0));
            return Returned.Ok(("wasRecipeUserDeleted", result.WasRecipeUserDeleted), ("wasLinked", result.WasLinked));
        },
    };

    private static IAccountLinkingRecipe Recipe(IServiceProvider services) => services.GetRequiredService<IAccountLinkingRecipe>();

    private static JsonObject Refused(string status, string primaryUserId, string description, params (string Name, JsonNode Value)[] more)
    {
        var returned = new JsonObject { ["status"] = status, ["primaryUserId"] = primaryUserId, ["description"] = description };
        foreach (var (name, value) in more)
        {
            returned[name] = value;
        }

        return returned;
    }
}
