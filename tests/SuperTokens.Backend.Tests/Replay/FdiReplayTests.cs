using Microsoft.Extensions.Time.Testing;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Tests.Replay;

/// <summary>What clients saw of supertokens-node and a real core, they see of this SDK.</summary>
public sealed class FdiReplayTests
{
    // Before the first recording was made.
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_795_000_000);

    public static TheoryData<string> Flows => RecordedFlow.Names("fdi");

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task On_the_recorded_core_answers_the_client_sees_what_was_recorded_to_the_byte(string name)
    {
        var flow = RecordedFlow.Load(name);
        var time = new FakeTimeProvider(Start);
        using var core = new RecordedCore(flow);
        await using var apps = new RecorderApps(flow, () => core, time);
        var replay = new FdiReplay(flow, RecordingDifferences.Load(name, "fdi"), new RecordingMatcher(exact: true), time, apps);

        var failures = await replay.RunAsync(exchange =>
        {
            core.Reach(exchange);
            return Task.CompletedTask;
        });

        var differences = RecordingDifferences.Load(name, "sent");
        AssertNone([
            .. failures,
            .. core.Mismatches.SelectMany(m => differences.Except(m.Exchange, [m.Mismatch]).Select(left => $"{m.Exchange}: {left}")),
            .. differences.Stale().Select(stale => $"not needed in differences.json: {stale}"),
            .. core.Unknown,
            .. apps.Provider.Unknown,
        ]);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task On_the_embedded_core_the_client_sees_what_was_recorded(string name)
    {
        var flow = RecordedFlow.Load(name);
        var time = new FakeTimeProvider(Start);
        await using var core = await ReplayCore.StartAsync(flow, time);
        await using var apps = new RecorderApps(flow, core.CreateHandler, time);
        var matcher = new RecordingMatcher();

        var failures = await new FdiReplay(flow, RecordingDifferences.Load(name, "fdi", "fdi-embedded"), matcher, time, apps).RunAsync(exchange => core.SendDirectCallAsync(exchange, matcher));

        AssertNone(failures);
    }

    private static void AssertNone(IReadOnlyList<string> failures) => Assert.True(failures.Count == 0, string.Join('\n', failures));
}
