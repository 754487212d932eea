using System.Net;
using SuperTokens.Backend.Recipes.EmailPassword;
using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Faults;

/// <summary>Each way a core can fail, over real sockets: nobody is let in, nobody is signed out, and nothing is lost.</summary>
public sealed class FailingHostTests
{
    public static TheoryData<Fault> Faults => [.. Enum.GetValues<Fault>().Where(fault => fault is not (Fault.None or Fault.AnswerLost or Fault.WrongCdi))];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task While_the_core_fails_people_stay_signed_in_and_what_needs_it_is_a_500(Fault fault)
    {
        await using var app = await FaultApp.StartAsync();
        var frontend = await app.SignUpAsync();
        app.Host.Fault = fault;

        (await frontend.GetAsync("/me")).AssertOk();
        await FaultApp.AssertServerErrorAsync(await app.PatientlyAsync(app.SignInAsync()));
        await FaultApp.AssertServerErrorAsync(await app.PatientlyAsync(app.SignInAsync("Wr0ngPassw0rd")));
        await FaultApp.AssertServerErrorAsync(await app.PatientlyAsync(app.CreateFrontend().PostAsync("/auth/signup", EmailPasswordApp.Form("new@example.com"))));
        await FaultApp.AssertServerErrorAsync(await app.PatientlyAsync(frontend.RefreshAsync()));
        await FaultApp.AssertServerErrorAsync(await app.PatientlyAsync(frontend.GetAsync("/check-db")));
        await (await app.CreateFrontend().GetAsync("/me")).AssertUnauthorisedAsync();
        (await frontend.GetAsync("/me")).AssertOk();

        app.Host.Fault = Fault.None;
        app.App.Time.Advance(TimeSpan.FromSeconds(6));
        (await frontend.RefreshAsync()).AssertOk();
        (await frontend.GetAsync("/me")).AssertOk();
        await FaultApp.AssertStatusAsync("OK", await app.SignInAsync());
        await FaultApp.AssertStatusAsync("WRONG_CREDENTIALS_ERROR", await app.SignInAsync("Wr0ngPassw0rd"));
        await FaultApp.AssertStatusAsync("OK", await app.CreateFrontend().PostAsync("/auth/signup", EmailPasswordApp.Form("new@example.com")));
        Assert.DoesNotContain(app.App.Log.Lines, line => line.Contains("internals of the core", StringComparison.Ordinal) || line.Contains(EmailPasswordApp.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_core_is_down_people_stay_signed_in_and_what_needs_it_is_a_500()
    {
        await using var app = await FaultApp.StartAsync();
        var frontend = await app.SignUpAsync();
        await app.Host.DieAsync();

        for (var i = 0; i < 15; i++)
        {
            (await frontend.GetAsync("/me")).AssertOk();
            await FaultApp.AssertServerErrorAsync(await app.SignInAsync());
            await FaultApp.AssertServerErrorAsync(await frontend.RefreshAsync());
        }

        Assert.NotNull(frontend.RefreshToken);
        Assert.Contains(app.App.Log.Lines, line => line.Contains($"at {app.Host.Address} failed: NotSent", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("wrong key")]
    [InlineData("wrong CDI")]
    [InlineData("down")]
    public async Task A_core_that_never_worked_is_a_500_and_lets_nobody_in(string what)
    {
        await using var other = await FaultApp.StartAsync();
        var stranger = await other.SignUpAsync();
        await using var app = await FaultApp.StartAsync(
            configure: options => options.ApiKey = what == "wrong key" ? "not-the-key-it-has-12345" : null,
            core: core => core.ApiKeys = what == "wrong key" ? ["the-key-of-the-core-12345"] : []);
        (app.Host.Fault, app.Host.BrokenPath) = what == "wrong CDI" ? (Fault.WrongCdi, "/apiversion") : (Fault.None, null);
        if (what == "down")
        {
            await app.Host.DieAsync();
        }

        var frontend = app.CreateFrontend();
        await FaultApp.AssertServerErrorAsync(await app.SignInAsync());
        await FaultApp.AssertServerErrorAsync(await frontend.PostAsync("/auth/signup", EmailPasswordApp.Form("new@example.com")));
        (frontend.AccessToken, frontend.RefreshToken) = (stranger.AccessToken, stranger.RefreshToken);
        await FaultApp.AssertServerErrorAsync(await frontend.RefreshAsync());
        Assert.NotEqual(HttpStatusCode.OK, (await frontend.GetAsync("/me")).StatusCode);
        Assert.DoesNotContain(app.App.Log.Lines, line => line.Contains("the-key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_of_an_unknown_key_is_a_500_while_the_core_is_down_and_no_sign_out()
    {
        await using var other = await FaultApp.StartAsync();
        var stranger = await other.SignUpAsync();
        await using var app = await FaultApp.StartAsync();
        await app.SignUpAsync();
        await app.Host.DieAsync();
        app.App.Time.Advance(TimeSpan.FromSeconds(1));
        var frontend = app.CreateFrontend();
        frontend.AccessToken = stranger.AccessToken;

        await FaultApp.AssertServerErrorAsync(await frontend.GetAsync("/me"));
    }

    [Fact]
    public async Task A_sign_up_whose_session_fails_gives_no_tokens_and_the_account_can_be_signed_in_to()
    {
        await using var app = await FaultApp.StartAsync();
        (app.Host.Fault, app.Host.BrokenPath) = (Fault.Reset, "/public/recipe/session");

        await FaultApp.AssertServerErrorAsync(await app.CreateFrontend().PostAsync("/auth/signup", EmailPasswordApp.Form(FaultApp.Email)));

        app.Host.Fault = Fault.None;
        await FaultApp.AssertStatusAsync("OK", await app.SignInAsync());
    }

    [Fact]
    public async Task A_caller_who_goes_away_takes_the_core_call_along()
    {
        await using var app = await FaultApp.StartAsync();
        await app.SignUpAsync();
        app.Host.Fault = Fault.HalfOpen;
        using var source = new CancellationTokenSource();
        using var client = app.App.CreateClient();
        var call = client.PostAsync("/auth/signin", new StringContent(EmailPasswordApp.Form(FaultApp.Email).ToJsonString(), null, "application/json"), source.Token);
        await app.Host.Requested;

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await app.Host.Aborted;
    }

    [Fact]
    public async Task A_call_refused_with_429_is_carried_out_later()
    {
        await using var app = await FaultApp.StartAsync();
        await app.SignUpAsync();
        app.Host.Fault = Fault.Status429;
        var call = app.SignInAsync();
        await app.Host.Requested;

        app.Host.Fault = Fault.None;

        await FaultApp.AssertStatusAsync("OK", await app.PatientlyAsync(call));
    }
}
