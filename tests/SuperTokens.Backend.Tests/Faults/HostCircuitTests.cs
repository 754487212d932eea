using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Faults;

public sealed class HostCircuitTests
{
    [Fact]
    public async Task A_host_that_dies_under_load_is_replaced_by_the_other()
    {
        await using var app = await FaultApp.StartAsync(hosts: 2, configure: options => options.Core.Circuit.MinimumThroughput = 4);
        var frontend = await app.SignUpAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await app.SignInAsync()).AssertOk()));

        var protectedRequests = Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => (await frontend.Copy().GetAsync("/me")).AssertOk()));
        await app.Host.DieAsync();
        await protectedRequests;

        // A call on a connection that just broke may fail, as the host may have carried it out; calls on new connections do not.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.SignInAsync()));
        for (var i = 0; i < 10; i++)
        {
            await FaultApp.AssertStatusAsync("OK", await app.SignInAsync());
        }

        Assert.Contains(app.App.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains($"{app.Host.Address} keeps failing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failing_host_is_passed_over_and_comes_back_after_the_break()
    {
        await using var app = await FaultApp.StartAsync(hosts: 2, configure: options => options.Core.Circuit.MinimumThroughput = 4);
        var frontend = await app.SignUpAsync();
        app.Host.Fault = Fault.Reset;
        await ReadAsync(12);
        var reached = app.Host.Requests.Count;

        await ReadAsync(12);
        Assert.Equal(reached, app.Host.Requests.Count);

        // Still broken after the break: one call tries it, and the next host answers that call.
        app.App.Time.Advance(TimeSpan.FromSeconds(6));
        await ReadAsync(12);
        Assert.Equal(reached + 1, app.Host.Requests.Count);

        app.Host.Fault = Fault.None;
        app.App.Time.Advance(TimeSpan.FromSeconds(6));
        await ReadAsync(12);
        Assert.True(app.Host.Requests.Count > reached + 2);
        Assert.Contains(app.App.Log.Lines, line => line.Contains($"{app.Host.Address} answers again", StringComparison.Ordinal));
        (await frontend.RefreshAsync()).AssertOk();

        async Task ReadAsync(int times)
        {
            for (var i = 0; i < times; i++)
            {
                using var answer = await app.CreateFrontend().GetAsync("/auth/emailpassword/email/exists?email=ann@example.com");
                Assert.True(answer.IsSuccessStatusCode);
            }
        }
    }

    [Fact]
    public async Task While_all_hosts_are_passed_over_calls_fail_at_once_and_reach_nobody()
    {
        await using var app = await FaultApp.StartAsync(configure: options => options.Core.Circuit.MinimumThroughput = 4);
        var frontend = await app.SignUpAsync();
        app.Host.Fault = Fault.Status503;
        for (var i = 0; i < 20; i++)
        {
            await FaultApp.AssertServerErrorAsync(await app.SignInAsync());
        }

        app.Host.Fault = Fault.HalfOpen;
        var reached = app.Host.Requests.Count;
        await FaultApp.AssertServerErrorAsync(await app.SignInAsync());
        Assert.Equal(reached, app.Host.Requests.Count);
        (await frontend.GetAsync("/me")).AssertOk();
    }

    [Fact]
    public async Task Answers_of_500_do_not_cut_other_calls_off()
    {
        await using var app = await FaultApp.StartAsync(configure: options => options.Core.Circuit.MinimumThroughput = 2);
        var frontend = await app.SignUpAsync();
        (app.Host.Fault, app.Host.BrokenPath) = (Fault.Status500, "/public/recipe/signin");
        for (var i = 0; i < 20; i++)
        {
            await FaultApp.AssertServerErrorAsync(await app.SignInAsync());
        }

        (await frontend.RefreshAsync()).AssertOk();
    }
}
