namespace SuperTokens.Backend.Core;

public sealed class CdiNegotiationTests
{
    private static readonly CoreRequest Read = CoreRequest.Get(CorePath.App("/recipe/thing"));
    private static readonly Reply Ok = Reply.Json("""{"status":"OK"}""");

    [Theory]
    [InlineData("""["2.21","3.0","4.0","5.0","5.1","5.2","5.3","5.4"]""", "5.4")]
    [InlineData("""["5.2","5.10","5.0","5.1"]""", "5.2")]
    [InlineData("""["6.0","5.5","5.6","5.3"]""", "5.3")]
    [InlineData("""["nonsense","5.0"]""", "5.0")]
    public async Task The_highest_version_that_both_sides_know_is_spoken(string versions, string expected)
    {
        await using var host = LoopbackHost.Start(request => LoopbackHost.IsVersionRequest(request) ? Versions(versions) : Ok);
        await using var core = TestCore.For(host.Address);

        await core.SendAsync(Read);

        Assert.Contains($"cdi-version: {expected}\r\n", Assert.Single(host.Requests), StringComparison.Ordinal);
        Assert.Equal(expected, (await core.Client.GetCdiVersionAsync()).ToString());
    }

    [Fact]
    public async Task A_core_that_speaks_no_known_version_is_a_failure_of_the_core()
    {
        await using var host = LoopbackHost.Start(_ => Versions("""["2.21","4.0"]"""));
        await using var core = TestCore.For(host.Address);

        var exception = await Assert.ThrowsAsync<CoreException>(() => core.SendAsync(Read));

        Assert.Contains("2.21, 4.0", exception.Message, StringComparison.Ordinal);
        Assert.Contains("5.4", exception.Message, StringComparison.Ordinal);
        Assert.Empty(host.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"versions":null}""")]
    [InlineData("""{"versions":"5.4"}""")]
    [InlineData("[]")]
    public async Task A_version_answer_of_another_shape_is_a_failure_of_the_core(string answer)
    {
        await using var host = LoopbackHost.Start(_ => Reply.Json(answer));
        await using var core = TestCore.For(host.Address);
        await Assert.ThrowsAsync<CoreException>(() => core.SendAsync(Read));
    }

    [Fact]
    public async Task The_core_learns_who_asks()
    {
        var asked = "";
        await using var host = LoopbackHost.Start(request =>
        {
            asked = LoopbackHost.IsVersionRequest(request) ? request : asked;
            return LoopbackHost.IsVersionRequest(request) ? Versions("""["5.4"]""") : Ok;
        });
        await using var core = TestCore.For(host.Address + "/base", options => options.ApiKey = "secret-key");

        await core.SendAsync(Read);

        Assert.StartsWith(
            "GET /base/apiversion?apiDomain=http%3A%2F%2Flocalhost%3A4000&websiteDomain=http%3A%2F%2Flocalhost%3A3000 HTTP/1.1\r\n", asked, StringComparison.Ordinal);
        Assert.Contains("api-key: secret-key\r\n", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("cdi-version", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_that_come_at_once_negotiate_once()
    {
        await using var host = LoopbackHost.Start(Ok);
        await using var core = TestCore.For(host.Address);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => core.SendAsync(Read)));
        await core.SendAsync(Read);

        Assert.Equal(1, host.VersionRequests);
    }

    [Fact]
    public async Task A_failed_negotiation_is_done_again_by_the_next_call()
    {
        var fail = true;
        await using var host = LoopbackHost.Start(request => !LoopbackHost.IsVersionRequest(request) ? Ok
            : fail ? Reply.Of(500, "text/plain", "no")
            : Versions("""["5.4"]"""));
        await using var core = TestCore.For(host.Address);
        await Assert.ThrowsAsync<CoreException>(() => core.SendAsync(Read));

        fail = false;
        await core.SendAsync(Read);

        Assert.Equal(2, host.VersionRequests);
    }

    [Fact]
    public async Task A_caller_who_gives_up_does_not_spoil_the_negotiation_of_the_others()
    {
        using var source = new CancellationTokenSource();
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        await using var host = LoopbackHost.Start(request =>
        {
            asked.TrySetResult();
            answer.Task.Wait();
            return LoopbackHost.IsVersionRequest(request) ? Versions("""["5.4"]""") : Ok;
        });
        await using var core = TestCore.For(host.Address);
        var impatient = core.SendAsync(Read, source.Token);
        var patient = core.SendAsync(Read);
        await asked.Task;

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        answer.SetResult();
        await patient;

        Assert.Equal(1, host.VersionRequests);
    }

    private static Reply Versions(string versions) => Reply.Json($$"""{"versions":{{versions}}}""");
}
