using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Faults;

/// <summary>A write that a host may have carried out goes nowhere else; a read, and what surely reached nobody, does.</summary>
public sealed class WriteOnceTests
{
    private const string Refresh = "POST /recipe/session/refresh";

    [Theory]
    [InlineData(Fault.HalfOpen)]
    [InlineData(Fault.Slow)]
    [InlineData(Fault.Reset)]
    [InlineData(Fault.AnswerLost)]
    [InlineData(Fault.CutOff)]
    [InlineData(Fault.Status500)]
    [InlineData(Fault.Status503)]
    [InlineData(Fault.TruncatedJson)]
    public async Task A_write_without_an_answer_is_sent_to_no_other_host_and_the_session_survives(Fault fault)
    {
        await using var app = await FaultApp.StartAsync(hosts: 2);
        var frontend = await app.SignUpAsync();
        SetAll(app, fault);

        await FaultApp.AssertServerErrorAsync(await app.PatientlyAsync(frontend.RefreshAsync()));

        Assert.Equal(1, app.Hosts.Sum(host => host.Count(Refresh)));
        SetAll(app, Fault.None);
        (await frontend.RefreshAsync()).AssertOk();
        (await frontend.GetAsync("/me")).AssertOk();
    }

    [Theory]
    [InlineData(Fault.HalfOpen)]
    [InlineData(Fault.Reset)]
    [InlineData(Fault.CutOff)]
    public async Task A_read_without_an_answer_is_sent_to_the_other_host(Fault fault)
    {
        await using var app = await FaultApp.StartAsync(hosts: 2);
        await app.SignUpAsync();
        app.Host.Fault = fault;

        // Reads begin at one host after the other, so one of the two begins at the broken one.
        for (var i = 0; i < 2; i++)
        {
            (await app.PatientlyAsync(app.CreateFrontend().GetAsync("/auth/emailpassword/email/exists?email=ann@example.com"))).AssertOk();
        }

        Assert.Contains(app.Host.Requests, request => request.StartsWith("GET ", StringComparison.Ordinal));
    }

    private static void SetAll(FaultApp app, Fault fault)
    {
        foreach (var host in app.Hosts)
        {
            host.Fault = fault;
        }
    }
}
