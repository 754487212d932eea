using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Tests.Replay.Functions;

/// <summary>Calls one of this SDK's functions with recorded arguments, and gives what it returned as supertokens-node shows it.</summary>
internal delegate Task<JsonNode?> RecordedFunction(IServiceProvider services, RecordedArguments args);

/// <summary>The functions that recordings call, by their names in supertokens-node: one file a recipe.</summary>
internal static class RecordedFunctions
{
    private static readonly Dictionary<string, RecordedFunction> All = new(
    [
        .. AccountLinkingFunctions.All,
        .. EmailPasswordFunctions.All,
        .. EmailVerificationFunctions.All,
        .. MultitenancyFunctions.All,
        .. ThirdPartyFunctions.All,
        .. PasswordlessFunctions.All,
        .. UserMetadataFunctions.All,
        .. UserRolesFunctions.All,
        .. SessionFunctions.All,
        .. UserIdMappingFunctions.All,
        .. UsersFunctions.All,
    ]);

    public static RecordedFunction Find(string name)
        => All.GetValueOrDefault(name) ?? throw new NotSupportedException($"The recording calls {name}, which no file in Replay/Functions knows.");
}
