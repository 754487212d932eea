using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace SuperTokens.Backend.Core;

public sealed class CoreClientTests
{
    private static readonly Reply Ok = Reply.Json("""{"status":"OK"}""");
    private static readonly CoreRequest Read = CoreRequest.Get(CorePath.App("/recipe/thing"));
    private static readonly CoreRequest Write = CoreRequest.Post(CorePath.App("/recipe/thing"), new JsonObject { ["a"] = 1 }, TestJsonContext.Default.JsonObject);

    public static TheoryData<string> Breaks => ["reset", "half"];

    [Fact]
    public async Task A_request_carries_version_key_recipe_and_body_and_keeps_the_base_path()
    {
        await using var host = LoopbackHost.Start(Ok);
        await using var core = TestCore.For(host.Address + "/appid-shop/", options => options.ApiKey = "secret-key");
        var request = CoreRequest.Post(CorePath.Tenant("t1", "/recipe/signin"), new JsonObject { ["a"] = 1 }, TestJsonContext.Default.JsonObject) with
        {
            RecipeId = "emailpassword",
            Query = [new("e", "a+b@c"), new("left-out", null)],
        };

        await core.SendAsync(request);

        var sent = Assert.Single(host.Requests);
        Assert.StartsWith("POST /appid-shop/t1/recipe/signin?e=a%2Bb%40c HTTP/1.1\r\n", sent, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n{\"a\":1}", sent, StringComparison.Ordinal);
        Assert.Contains("\r\napi-key: secret-key\r\n", sent, StringComparison.Ordinal);
        Assert.Contains("\r\ncdi-version: 5.4\r\n", sent, StringComparison.Ordinal);
        Assert.Contains("\r\nrid: emailpassword\r\n", sent, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json; charset=utf-8\r\n", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_are_used_in_turn()
    {
        await using var first = LoopbackHost.Start(Ok);
        await using var second = LoopbackHost.Start(Ok);
        await using var core = TestCore.For($"{first.Address};{second.Address}");

        for (var i = 0; i < 4; i++)
        {
            await core.SendAsync(Write);
        }

        Assert.Equal(2, first.Requests.Count);
        Assert.Equal(2, second.Requests.Count);
    }

    [Fact]
    public async Task A_write_goes_to_the_next_host_when_one_refuses_the_connection()
    {
        await using var alive = LoopbackHost.Start(Ok);
        await using var core = TestCore.For($"{LoopbackHost.RefusingAddress()};{alive.Address}");

        for (var i = 0; i < 4; i++)
        {
            await core.SendAsync(Write);
        }

        Assert.Equal(4, alive.Requests.Count);
    }

    [Fact]
    public async Task A_write_goes_to_the_next_host_when_a_connection_is_not_made_in_time()
    {
        // Where the queue of a listener is full, Linux drops further connections; other systems refuse them.
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        silent.Listen(0);
        using var first = new TcpClient();
        using var second = new TcpClient();
        await first.ConnectAsync((IPEndPoint)silent.LocalEndPoint!);
        _ = second.ConnectAsync((IPEndPoint)silent.LocalEndPoint!);
        await using var alive = LoopbackHost.Start(Ok);
        await using var core = TestCore.For($"{alive.Address};http://{silent.LocalEndPoint}", options => options.Core.Timeout = TimeSpan.FromSeconds(16));
        await core.Client.GetCdiVersionAsync();

        await core.SendAsync(Write);

        Assert.Single(alive.Requests);
        Assert.Contains(core.Log.Lines, line => line.Contains($"{silent.LocalEndPoint} failed: NotSent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_dies_is_replaced_by_the_other()
    {
        var dying = LoopbackHost.Start(Ok);
        await using var alive = LoopbackHost.Start(Ok);
        await using var core = TestCore.For($"{dying.Address};{alive.Address}");
        await core.SendAsync(Read);

        await dying.DisposeAsync();
        for (var i = 0; i < 4; i++)
        {
            await core.SendAsync(Read);
        }

        Assert.True(alive.Requests.Count >= 4);
    }

    [Fact]
    public async Task When_no_host_accepts_connections_the_call_fails_without_a_status()
    {
        await using var core = TestCore.For($"{LoopbackHost.RefusingAddress()};{LoopbackHost.RefusingAddress()}");
        var exception = await Assert.ThrowsAsync<CoreException>(() => core.SendAsync(Read));
        Assert.Null(exception.StatusCode);
        Assert.Contains("SuperTokens:ConnectionUri", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_key_names_the_setting_but_not_the_key()
    {
        await using var host = LoopbackHost.Start(_ => Reply.Of(401, "text/html", "Invalid API key"));
        await using var core = TestCore.For(host.Address, options => options.ApiKey = "secret-key");

        var exception = await Assert.ThrowsAsync<CoreException>(() => core.SendAsync(Read));

        Assert.Contains("SuperTokens:ApiKey", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_read_is_sent_again_when_the_connection_breaks(string kind)
    {
        await using var host = LoopbackHost.Start(Break(kind), Ok);
        await using var core = TestCore.For(host.Address);

        await core.SendAsync(Read);

        Assert.Equal(2, host.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_write_that_may_have_arrived_is_never_sent_again(string kind)
    {
        await using var broken = LoopbackHost.Start(Break(kind), Ok);
        await using var other = LoopbackHost.Start(Ok);
        await using var core = TestCore.For($"{other.Address};{broken.Address}");
        await core.Client.GetCdiVersionAsync();

        // The negotiation took the first host, so the write goes to the broken one.
        await Assert.ThrowsAsync<CoreException>(() => core.SendAsync(Write));

        Assert.Single(broken.Requests);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_delete_on_a_kept_connection_that_breaks_is_never_sent_again()
    {
        await using var host = LoopbackHost.Start(Ok, Reply.Reset, Ok);
        await using var core = TestCore.For(host.Address);
        await core.SendAsync(Write);

        await Assert.ThrowsAsync<CoreException>(() => core.SendAsync(CoreRequest.Delete(CorePath.App("/recipe/thing"))));

        Assert.Equal(2, host.Requests.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_host_that_does_not_answer_in_time_fails_the_call(bool startsToAnswer)
    {
        var time = new FakeTimeProvider();
        await using var host = LoopbackHost.Start(startsToAnswer ? Reply.HalfThenNothing : Reply.Nothing);
        await using var core = TestCore.For(host.Address, time: time);
        var call = core.SendAsync(Write);

        await host.Requested;
        time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Null((await Assert.ThrowsAsync<CoreException>(() => call)).StatusCode);
        Assert.Single(host.Requests);
    }

    [Fact]
    public async Task A_read_that_times_out_is_sent_to_the_other_host()
    {
        var time = new FakeTimeProvider();
        await using var slow = LoopbackHost.Start(Reply.Nothing);
        await using var other = LoopbackHost.Start(Ok);
        await using var core = TestCore.For($"{other.Address};{slow.Address}", time: time);
        await core.Client.GetCdiVersionAsync();
        var call = core.SendAsync(Read);

        await slow.Requested;
        time.Advance(TimeSpan.FromSeconds(10));
        await call;

        Assert.Single(slow.Requests);
        Assert.Single(other.Requests);
    }

    [Fact]
    public async Task A_write_refused_with_429_is_sent_again_until_it_is_taken()
    {
        var busy = Reply.Of(429, "text/plain", "Too many requests");
        await using var host = LoopbackHost.Start(busy, busy, Ok);
        await using var core = TestCore.For(host.Address, options => options.Core.Timeout = TimeSpan.FromMinutes(30), new FastTime());

        await core.SendAsync(Write);

        Assert.Equal(3, host.Requests.Count);
    }

    [Fact]
    public async Task A_host_that_stays_busy_is_asked_six_times_in_all()
    {
        await using var host = LoopbackHost.Start(Reply.Of(429, "text/plain", "Too many requests"));
        await using var core = TestCore.For(host.Address, options => options.Core.Timeout = TimeSpan.FromMinutes(30), new FastTime());

        var exception = await Assert.ThrowsAsync<CoreException>(() => core.SendAsync(Write));

        Assert.Equal(429, exception.StatusCode);
        Assert.Equal(6, host.Requests.Count);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Any_other_status_is_a_failure_of_the_core_and_not_tried_again(int status)
    {
        await using var host = LoopbackHost.Start(Reply.Of(status, "text/plain", "internals of the core", "Location: /elsewhere\r\n"));
        await using var core = TestCore.For(host.Address);

        var exception = await Assert.ThrowsAsync<CoreException>(() => core.SendAsync(Read));

        Assert.Equal(status, exception.StatusCode);
        Assert.DoesNotContain("internals", exception.ToString(), StringComparison.Ordinal);
        Assert.Single(host.Requests);
    }

    [Fact]
    public async Task A_refusal_tells_developers_which_call_it_was_and_what_the_core_said()
    {
        await using var host = LoopbackHost.Start(Reply.Of(400, "text/plain", "The user payload contains protected field" + new string('!', 2000)));
        await using var core = TestCore.For(host.Address);

        var exception = await Assert.ThrowsAsync<CoreException>(() => core.SendAsync(Read));

        Assert.StartsWith("GET /", exception.Request, StringComparison.Ordinal);
        Assert.StartsWith("The user payload contains protected field!", exception.CoreMessage, StringComparison.Ordinal);
        Assert.Equal(1000, exception.CoreMessage!.Length);
    }

    [Theory]
    [InlineData("text/html", "<html>internals</html>")]
    [InlineData("text/plain", "internals")]
    [InlineData(null, "{\"status\":\"internals\"}")]
    [InlineData("application/json", "internals")]
    [InlineData("application/json", "")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", "[\"internals\"]")]
    [InlineData("application/json", "{\"status\":\"internals")]
    public async Task An_answer_that_makes_no_sense_is_a_failure_of_the_core(string? contentType, string body)
    {
        await using var host = LoopbackHost.Start(Reply.Of(200, contentType, body));
        await using var core = TestCore.For(host.Address);

        var exception = await Assert.ThrowsAsync<CoreException>(() => core.SendAsync(Read));

        Assert.Equal(200, exception.StatusCode);
        Assert.DoesNotContain("internals", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_larger_than_any_core_gives_is_a_failure_of_the_core_and_not_asked_for_again()
    {
        await using var host = LoopbackHost.Start(Reply.Json($$"""{"status":"{{new string('x', 33 * 1024 * 1024)}}"}"""));
        await using var core = TestCore.For(host.Address);

        await Assert.ThrowsAsync<CoreException>(() => core.SendAsync(Read));

        Assert.Single(host.Requests);
    }

    [Fact]
    public async Task Cancelling_a_call_ends_it_as_cancelled()
    {
        using var source = new CancellationTokenSource();
        await using var host = LoopbackHost.Start(request =>
        {
            if (LoopbackHost.IsVersionRequest(request))
            {
                return Reply.Json("""{"versions":["5.4"]}""");
            }

            source.Cancel();
            return Reply.Nothing;
        });
        await using var core = TestCore.For(host.Address);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => core.SendAsync(Read, source.Token));

        Assert.Single(host.Requests);
    }

    [Fact]
    public async Task Keys_and_addresses_of_people_never_reach_the_log()
    {
        await using var host = LoopbackHost.Start(Reply.Reset, Ok, Reply.Of(500, "text/plain", "no"));
        await using var core = TestCore.For(host.Address, options => options.ApiKey = "secret-key");
        var request = Read with { Query = [new("email", "person@example.com")] };

        await core.SendAsync(request);
        await Assert.ThrowsAsync<CoreException>(() => core.SendAsync(request));

        Assert.Contains(core.Log.Lines, line => line.Contains("/recipe/thing", StringComparison.Ordinal));
        Assert.DoesNotContain(core.Log.Lines, line => line.Contains("secret-key", StringComparison.Ordinal) || line.Contains("person", StringComparison.Ordinal));
    }

    private static Reply Break(string kind) => kind == "reset" ? Reply.Reset : Reply.Half;
}
