using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Tests.Replay.Functions;

/// <summary>The functions that belong to no recipe, which recordings call <c>supertokens.…</c>.</summary>
internal static class UsersFunctions
{
    public static IReadOnlyDictionary<string, RecordedFunction> All { get; } = new Dictionary<string, RecordedFunction>
    {
        ["supertokens.getUser"] = async (services, args)
            => await Directory(services).GetUserAsync(args.Text(0)) is { } user ? Returned.User(user) : Returned.Undefined,
        ["supertokens.listUsersByAccountInfo"] = async (services, args)
            => Returned.Users(await Directory(services).ListUsersByAccountInfoAsync(args.Text(0), AccountInfo(args.Object(1)), args.Flag(2) ?? false)),
        ["supertokens.getUsersOldestFirst"] = (services, args) => ListAsync(services, args, newestFirst: false),
        ["supertokens.getUsersNewestFirst"] = (services, args) => ListAsync(services, args, newestFirst: true),
        ["supertokens.getUserCount"] = async (services, args)
            => await Directory(services).CountUsersAsync(args[1] is null ? null : args.Text(1), args[0] is null ? [] : [.. args.Texts(0)]),
        ["supertokens.deleteUser"] = async (services, args) =>
        {
            await Directory(services).DeleteUserAsync(args.Text(0), args.Flag(1) ?? true);
            return Returned.Ok();
        },
    };

    private static IUserDirectory Directory(IServiceProvider services) => services.GetRequiredService<IUserDirectory>();

    private static async Task<JsonNode?> ListAsync(IServiceProvider services, RecordedArguments args, bool newestFirst)
    {
        var input = args.Object(0);
        var page = await Directory(services).ListUsersAsync(new UserQuery
        {
            TenantId = (string)input["tenantId"]!,
            NewestFirst = newestFirst,
            Limit = (int?)input["limit"],
            PaginationToken = (string?)input["paginationToken"],
            RecipeIds = [.. (input["includeRecipeIds"]?.AsArray() ?? []).Select(id => (string)id!)],
            Search = (input["query"]?.AsObject() ?? []).ToImmutableDictionary(entry => entry.Key, entry => (string)entry.Value!),
        });
        var returned = new JsonObject { ["users"] = Returned.Users(page.Users) };
        if (page.NextPaginationToken is { } token)
        {
            returned["nextPaginationToken"] = token;
        }

        return returned;
    }

    private static AccountInfo AccountInfo(JsonObject info) => new()
    {
        Email = (string?)info["email"],
        PhoneNumber = (string?)info["phoneNumber"],
        ThirdParty = info["thirdParty"] is { } account ? new ThirdPartyAccount((string)account["id"]!, (string)account["userId"]!) : null,
    };
}
