using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Tests.Replay.Functions;

internal static class UserIdMappingFunctions
{
    public static IReadOnlyDictionary<string, RecordedFunction> All { get; } = new Dictionary<string, RecordedFunction>
    {
        ["supertokens.createUserIdMapping"] = async (services, args) => await Directory(services).CreateUserIdMappingAsync(
            Text(args, "superTokensUserId")!, Text(args, "externalUserId")!, Text(args, "externalUserIdInfo"), (bool?)args.Object(0)["force"] ?? false) switch
        {
            CreateUserIdMappingResult.Ok => Returned.Ok(),
            CreateUserIdMappingResult.UnknownSuperTokensUserId => Returned.Status("UNKNOWN_SUPERTOKENS_USER_ID_ERROR"),
            CreateUserIdMappingResult.MappingAlreadyExists exists => new JsonObject
            {
                ["status"] = "USER_ID_MAPPING_ALREADY_EXISTS_ERROR",
                ["doesSuperTokensUserIdExist"] = exists.DoesSuperTokensUserIdExist,
                ["doesExternalUserIdExist"] = exists.DoesExternalUserIdExist,
            },
            var other => throw new NotSupportedException(other.ToString()),
        },
        ["supertokens.getUserIdMapping"] = async (services, args) => await Directory(services).GetUserIdMappingAsync(Text(args, "userId")!, Type(args)) switch
        {
            GetUserIdMappingResult.Ok ok => Returned.Ok(
                ("superTokensUserId", ok.SuperTokensUserId), ("externalUserId", ok.ExternalUserId), ("externalUserIdInfo", ok.ExternalUserIdInfo)),
            _ => Returned.Status("UNKNOWN_MAPPING_ERROR"),
        },
        ["supertokens.deleteUserIdMapping"] = async (services, args) =>
        {
            var result = await Directory(services).DeleteUserIdMappingAsync(Text(args, "userId")!, Type(args), (bool?)args.Object(0)["force"] ?? false);
            return Returned.Ok(("didMappingExist", result.DidMappingExist));
        },
        ["supertokens.updateOrDeleteUserIdMappingInfo"] = async (services, args) => Returned.Status(
            await Directory(services).UpdateOrDeleteUserIdMappingInfoAsync(Text(args, "userId")!, Text(args, "externalUserIdInfo"), Type(args)) is UpdateUserIdMappingInfoResult.Ok
                ? "OK"
                : "UNKNOWN_MAPPING_ERROR"),
    };

    private static IUserDirectory Directory(IServiceProvider services) => services.GetRequiredService<IUserDirectory>();

    private static string? Text(RecordedArguments args, string name) => (string?)args.Object(0)[name];

    private static UserIdType? Type(RecordedArguments args) => Text(args, "userIdType") is { } type ? Enum.Parse<UserIdType>(type, ignoreCase: true) : null;
}
