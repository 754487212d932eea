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
        ["supertokens.deleteUser"] = async (services, args) =>
        {
            await Directory(services).DeleteUserAsync(args.Text(0), args.Flag(1) ?? true);
            return Returned.Ok();
        },
    };

    private static IUserDirectory Directory(IServiceProvider services) => services.GetRequiredService<IUserDirectory>();

    private static AccountInfo AccountInfo(JsonObject info) => new()
    {
        Email = (string?)info["email"],
        PhoneNumber = (string?)info["phoneNumber"],
        ThirdParty = info["thirdParty"] is { } account ? new ThirdPartyAccount((string)account["id"]!, (string)account["userId"]!) : null,
    };
}
