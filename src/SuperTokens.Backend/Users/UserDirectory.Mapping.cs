using SuperTokens.Backend.Core;

namespace SuperTokens.Backend.Users;

/// <content>The app's own ids for users.</content>
internal sealed partial class UserDirectory
{
    private const string MappingPath = "/recipe/userid/map";
    private const string UnknownMapping = "UNKNOWN_MAPPING_ERROR";

    public async Task<CreateUserIdMappingResult> CreateUserIdMappingAsync(
        string superTokensUserId, string externalUserId, string? externalUserIdInfo = null, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(superTokensUserId);
        ArgumentNullException.ThrowIfNull(externalUserId);
        var body = new CoreUserIdMapping(superTokensUserId, externalUserId, externalUserIdInfo, force ? true : null);
        var request = CoreRequest.Post(CorePath.App(MappingPath), body, UsersJsonContext.Default.CoreUserIdMapping);
        return await core.SendAsync(request, UsersJsonContext.Default.CoreUserIdMappingAnswer, cancellationToken) switch
        {
            { Status: "OK" } => new CreateUserIdMappingResult.Ok(),
            { Status: "UNKNOWN_SUPERTOKENS_USER_ID_ERROR" } => new CreateUserIdMappingResult.UnknownSuperTokensUserId(),
            { Status: "USER_ID_MAPPING_ALREADY_EXISTS_ERROR", DoesSuperTokensUserIdExist: { } superTokens, DoesExternalUserIdExist: { } external }
                => new CreateUserIdMappingResult.MappingAlreadyExists(superTokens, external),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<GetUserIdMappingResult> GetUserIdMappingAsync(string userId, UserIdType? userIdType = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userId);
        var request = CoreRequest.Get(CorePath.App(MappingPath)) with { Query = [new("userId", userId), new("userIdType", NameOf(userIdType))] };
        return await core.SendAsync(request, UsersJsonContext.Default.CoreUserIdMappingAnswer, cancellationToken) switch
        {
            { Status: "OK", SuperTokensUserId: { } superTokens, ExternalUserId: { } external } answer => new GetUserIdMappingResult.Ok(superTokens, external, answer.ExternalUserIdInfo),
            { Status: UnknownMapping } => new GetUserIdMappingResult.UnknownMapping(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    public async Task<DeleteUserIdMappingResult> DeleteUserIdMappingAsync(
        string userId, UserIdType? userIdType = null, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userId);
        var body = new CoreUserIdMappingRemoval(userId, NameOf(userIdType), force ? true : null);
        var request = CoreRequest.Post(CorePath.App(MappingPath + "/remove"), body, UsersJsonContext.Default.CoreUserIdMappingRemoval);
        return await core.SendAsync(request, UsersJsonContext.Default.CoreUserIdMappingAnswer, cancellationToken) is { Status: "OK", DidMappingExist: { } existed }
            ? new DeleteUserIdMappingResult(existed)
            : throw UnexpectedCoreAnswer.To(request);
    }

    public async Task<UpdateUserIdMappingInfoResult> UpdateOrDeleteUserIdMappingInfoAsync(
        string userId, string? externalUserIdInfo, UserIdType? userIdType = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userId);
        var body = new CoreUserIdMappingInfo(userId, NameOf(userIdType), externalUserIdInfo);
        var request = CoreRequest.Put(CorePath.App("/recipe/userid/external-user-id-info"), body, UsersJsonContext.Default.CoreUserIdMappingInfo);
        return (await core.SendAsync(request, UsersJsonContext.Default.CoreStatusAnswer, cancellationToken)).Status switch
        {
            "OK" => new UpdateUserIdMappingInfoResult.Ok(),
            UnknownMapping => new UpdateUserIdMappingInfoResult.UnknownMapping(),
            _ => throw UnexpectedCoreAnswer.To(request),
        };
    }

    private static string? NameOf(UserIdType? type) => type switch
    {
        null => null,
        UserIdType.SuperTokens => "SUPERTOKENS",
        UserIdType.External => "EXTERNAL",
        _ => "ANY",
    };
}
