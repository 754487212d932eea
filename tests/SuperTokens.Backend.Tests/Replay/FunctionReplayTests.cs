using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Core;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Recipes.ThirdParty;
using SuperTokens.Backend.Tests.Replay.Functions;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Tests.Replay;

/// <summary>Functions of the SDK: called with the recorded arguments, ours ask the core the same and return the same.</summary>
public sealed class FunctionReplayTests
{
    /// <summary>The flows that call functions; those whose functions are being built are listed in <see cref="RecordedFlow"/> under <c>sdk</c>.</summary>
    public static TheoryData<string> Flows => RecordedFlow.NamesWithCalls;

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Functions_ask_and_return_what_was_recorded(string name)
    {
        var flow = RecordedFlow.Load(name);
        using var core = new RecordedCalls(flow);
        await using var app = await TestApp.StartAsync(
            builder =>
            {
                builder.AddEmailPassword();
                builder.AddEmailVerification(options => options.Mode = EmailVerificationMode.Optional);
                builder.AddPasswordless();
                builder.AddSession();
                builder.AddThirdParty(RecordedProvider.Configure);
                builder.AddUserMetadata();
                builder.AddUserRoles();
                builder.Services.AddHttpClient(CoreDefaults.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => core);
                builder.Services.AddHttpClient(ProviderHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => new RecordedProvider(flow));
            },
            options => options.ConnectionUri = "http://core.test" + (string?)flow.Apps.FirstOrDefault()?["connectionURIPath"]);

        var replayed = new List<int>();
        foreach (var call in flow.Calls)
        {
            var calling = RecordedFunctions.Find((string)call["call"]!)(app.Services, new RecordedArguments(call["args"]!.AsArray()));
            if (call["threw"] is not null)
            {
                var thrown = await Record.ExceptionAsync(() => calling);
                Assert.True(thrown is CoreException || (thrown is null && JsonNode.DeepEquals(await calling, Returned.Refused)), $"{call}\n{thrown}");
            }
            else
            {
                var returned = await calling;
                Assert.True(JsonNode.DeepEquals(call["returned"], returned), $"{call}\n{returned}");
            }

            replayed.Add(replayed.Count);
        }

        ReplayedExchanges.Add("calls of the SDK's functions (sdk)", flow, replayed, all => all.Calls.Count);
        core.End();
        var differences = RecordingDifferences.Load(name, "sdk");
        Assert.Empty((string[])[
            .. core.Mismatches.SelectMany(m => differences.Except(m.Exchange, [m.Mismatch]).Select(left => $"{m.Exchange}: {left}")),
            .. core.Unknown,
            .. differences.Stale().Select(stale => $"not needed in differences.json: {stale}"),
        ]);
    }
}
