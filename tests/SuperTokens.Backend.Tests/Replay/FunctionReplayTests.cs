using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.UserMetadata;
using SuperTokens.Backend.Recipes.UserRoles;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Tests.Replay;

/// <summary>Flows of SDK functions alone: called with the recorded arguments, ours ask the core the same and return the same.</summary>
public sealed class FunctionReplayTests
{
    [Theory]
    [InlineData("usermetadata")]
    [InlineData("userroles")]
    public async Task Functions_ask_and_return_what_was_recorded(string name)
    {
        var flow = RecordedFlow.Load(name);
        using var core = new RecordedCalls(flow);
        await using var app = await TestApp.StartAsync(
            builder =>
            {
                builder.AddEmailPassword().AddSession().AddUserMetadata().AddUserRoles();
                builder.Services.AddHttpClient(CoreDefaults.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => core);
            },
            options => options.ConnectionUri = "http://core.test");

        foreach (var call in flow.Json["sdkCalls"]!.AsArray())
        {
            var calling = CallAsync(app.Services, (string)call!["call"]!, call["args"]!.AsArray());
            if (call["threw"] is not null)
            {
                await Assert.ThrowsAsync<CoreException>(() => calling);
            }
            else if (await calling is { } returned)
            {
                Assert.True(JsonNode.DeepEquals(call["returned"], returned), $"{call}\n{returned}");
            }
        }

        Assert.Empty(core.Mismatches);
        Assert.Equal(0, core.Left);
    }

    /// <summary>Calls a function.</summary>
    /// <returns>What it returned, as supertokens-node shows it; null when that is another test's matter.</returns>
    private static async Task<JsonNode?> CallAsync(IServiceProvider services, string function, JsonArray args)
    {
        var metadata = services.GetRequiredService<IUserMetadataRecipe>();
        switch (function)
        {
            case "EmailPassword.signUp":
                await services.GetRequiredService<IEmailPasswordRecipe>().SignUpAsync(Text(0), Text(1), Text(2));
                return null;
            case "UserMetadata.getUserMetadata":
                return Ok("metadata", (await metadata.GetUserMetadataAsync(Text(0))).Metadata);
            case "UserMetadata.updateUserMetadata":
                return Ok("metadata", (await metadata.UpdateUserMetadataAsync(Text(0), args[1]!.DeepClone().AsObject())).Metadata);
            case "UserMetadata.clearUserMetadata":
                await metadata.ClearUserMetadataAsync(Text(0));
                return Ok();
            default:
                return await CallRolesAsync(services.GetRequiredService<IUserRolesRecipe>(), function, args);
        }

        string Text(int index) => (string)args[index]!;
    }

    private static async Task<JsonNode> CallRolesAsync(IUserRolesRecipe roles, string function, JsonArray args)
    {
        return function switch
        {
            "UserRoles.createNewRoleOrAddPermissions" => Ok("createdNewRole", (await roles.CreateNewRoleOrAddPermissionsAsync(Text(0), Texts(1))).CreatedNewRole),
            "UserRoles.getPermissionsForRole" => await roles.GetPermissionsForRoleAsync(Text(0)) is GetPermissionsForRoleResult.Ok ok ? Ok("permissions", Array(ok.Permissions)) : Unknown(),
            "UserRoles.addRoleToUser" => await roles.AddRoleToUserAsync(Text(0), Text(1), Text(2)) is AddRoleToUserResult.Ok ok ? Ok("didUserAlreadyHaveRole", ok.DidUserAlreadyHaveRole) : Unknown(),
            "UserRoles.removeUserRole" => await roles.RemoveUserRoleAsync(Text(0), Text(1), Text(2)) is RemoveUserRoleResult.Ok ok ? Ok("didUserHaveRole", ok.DidUserHaveRole) : Unknown(),
            "UserRoles.getRolesForUser" => Ok("roles", Array((await roles.GetRolesForUserAsync(Text(0), Text(1))).Roles)),
            "UserRoles.getUsersThatHaveRole" => await roles.GetUsersThatHaveRoleAsync(Text(0), Text(1)) is GetUsersThatHaveRoleResult.Ok ok ? Ok("users", Array(ok.UserIds)) : Unknown(),
            "UserRoles.getRolesThatHavePermission" => Ok("roles", Array((await roles.GetRolesThatHavePermissionAsync(Text(0))).Roles)),
            "UserRoles.removePermissionsFromRole" => await roles.RemovePermissionsFromRoleAsync(Text(0), Texts(1)) is RemovePermissionsFromRoleResult.Ok ? Ok() : Unknown(),
            "UserRoles.getAllRoles" => Ok("roles", Array((await roles.GetAllRolesAsync()).Roles)),
            "UserRoles.deleteRole" => Ok("didRoleExist", (await roles.DeleteRoleAsync(Text(0))).DidRoleExist),
            _ => throw new NotSupportedException($"The recording calls {function}, which this replay does not know."),
        };

        string Text(int index) => (string)args[index]!;

        string[] Texts(int index) => [.. args[index]!.AsArray().Select(text => (string)text!)];
    }

    private static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    private static JsonObject Unknown() => new() { ["status"] = "UNKNOWN_ROLE_ERROR" };

    private static JsonObject Ok() => new() { ["status"] = "OK" };

    private static JsonObject Ok(string name, JsonNode value) => new() { ["status"] = "OK", [name] = value };
}
