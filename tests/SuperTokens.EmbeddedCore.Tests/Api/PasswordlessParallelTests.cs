using System.Text.Json.Nodes;

namespace SuperTokens.EmbeddedCore.Tests.Api;

public sealed class PasswordlessParallelTests : IDisposable
{
    private const string Phone = "+36301234567";

    private readonly PasswordlessCore _core = new();

    [Fact]
    public async Task A_code_used_many_times_at_once_signs_in_once_and_makes_one_user()
    {
        var code = await _core.CreateAsync(Phone);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? _core.ConsumeAsync(code) : _core.ConsumeLinkAsync(code)));
        Assert.Single(answers, answer => (string?)answer["status"] == "OK");
        Assert.Equal(11, answers.Count(answer => (string?)answer["status"] == "RESTART_FLOW_ERROR"));
        Assert.Equal(1, (int)(await _core.GetAsync("/users/count"))["count"]!);
    }

    [Fact]
    public async Task Wrong_guesses_at_once_never_exceed_the_limit()
    {
        var code = await _core.CreateAsync(Phone);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => _core.ConsumeAsync(code, $"guess {i}")));
        Assert.Equal([1, 2, 3, 4], answers.Select(answer => (int?)answer["failedCodeInputAttemptCount"]).OfType<int>().Order());
        Assert.Equal(16, answers.Count(answer => (string?)answer["status"] == "RESTART_FLOW_ERROR"));
        Assert.Equal("RESTART_FLOW_ERROR", (string?)(await _core.ConsumeAsync(code))["status"]);
    }

    [Fact]
    public async Task One_phone_number_that_signs_up_on_many_devices_at_once_makes_one_user()
    {
        var codes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _core.CreateAsync(i % 2 == 0 ? Phone : "+36 30 123 4567")));
        var answers = await Task.WhenAll(codes.Select(code => _core.ConsumeAsync(code)));
        Assert.Single(answers, answer => (string?)answer["status"] == "OK");
        Assert.Equal(1, (int)(await _core.GetAsync("/users/count"))["count"]!);
    }

    [Fact]
    public async Task Resends_at_once_all_give_different_codes_of_one_device()
    {
        var code = await _core.CreateAsync(Phone);
        var codes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _core.ResendAsync(code)));
        Assert.Equal(20, codes.Select(one => (string?)one["userInputCode"]).Distinct().Count());
        Assert.Single(codes.Select(one => (string?)one["preAuthSessionId"]).Distinct());
    }

    [Fact]
    public async Task One_custom_code_sent_to_one_device_at_once_is_taken_once()
    {
        var code = await _core.CreateAsync(Phone);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _core.ResendAsync(code, "custom")));
        Assert.Single(answers, answer => (string?)answer["status"] == "OK");
        Assert.Equal(7, answers.Count(answer => (string?)answer["status"] == "USER_INPUT_CODE_ALREADY_USED_ERROR"));
    }

    public void Dispose() => _core.Dispose();
}
