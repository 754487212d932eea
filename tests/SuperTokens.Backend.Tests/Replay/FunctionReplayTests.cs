using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.UserMetadata;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Tests.Replay;

/// <summary>Flows of SDK functions alone: called with the recorded arguments, ours ask the core the same and return the same.</summary>
public sealed class FunctionReplayTests
{
    [Theory]
    [InlineData("usermetadata")]
    public async Task Functions_ask_and_return_what_was_recorded(string name)
    {
        var flow = RecordedFlow.Load(name);
        using var core = new RecordedCalls(flow);
        await using var app = await TestApp.StartAsync(
            builder =>
            {
                builder.AddEmailPassword().AddSession().AddUserMetadata();
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
                throw new NotSupportedException($"The recording calls {function}, which this replay does not know.");
        }

        string Text(int index) => (string)args[index]!;
    }

    private static JsonObject Ok() => new() { ["status"] = "OK" };

    private static JsonObject Ok(string name, JsonNode value) => new() { ["status"] = "OK", [name] = value };
}
