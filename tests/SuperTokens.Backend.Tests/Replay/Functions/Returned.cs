using System.Text.Json.Nodes;
using SuperTokens.Backend.Hosting;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Tests.Replay.Functions;

/// <summary>Shows results as supertokens-node does.</summary>
internal static class Returned
{
    /// <summary>What recordings show for <c>undefined</c>.</summary>
    public static JsonObject Undefined => new() { ["$undefined"] = true };

    /// <summary>An outcome of its own, where supertokens-node throws.</summary>
    public static JsonObject Refused => new() { ["$threw"] = true };

    public static JsonObject Ok(params (string Name, JsonNode? Value)[] values)
    {
        var returned = Status("OK");
        foreach (var (name, value) in values.Where(value => value.Value is not null))
        {
            returned[name] = value;
        }

        return returned;
    }

    public static JsonObject Status(string status) => new() { ["status"] = status };

    public static JsonObject Status(string status, string name, JsonNode value) => new() { ["status"] = status, [name] = value };

    public static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    public static JsonArray Users(IEnumerable<User> users) => new([.. users.Select(User)]);

    public static JsonNode User(User user) => JsonNode.Parse(FdiUser.Write(user, user.LoginMethods[0].RecipeUserId, FdiVersion.Latest).GetRawText())!;
}
