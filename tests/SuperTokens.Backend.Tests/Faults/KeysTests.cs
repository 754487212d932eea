using SuperTokens.Backend.Recipes.Session;
using SuperTokens.EmbeddedCore;

namespace SuperTokens.Backend.Faults;

/// <summary>Signing keys that change, go, or cannot be fetched.</summary>
public sealed class KeysTests
{
    private const string Fetch = "GET /.well-known/jwks.json";

    [Fact]
    public async Task Keys_that_rotate_under_load_fail_no_request()
    {
        await using var app = await FaultApp.StartAsync(
            session: session => session.JwksRefreshInterval = TimeSpan.FromDays(2),
            core: core => core.CoreConfig = new CoreConfig { AccessTokenDynamicSigningKeyUpdateInterval = 1, AccessTokenValidity = 100 * 3600 });
        var frontends = new List<Frontend>();
        for (var i = 0; i < 6; i++)
        {
            frontends.Add(await app.SignUpAsync($"user{i}@example.com"));
        }

        const int rotations = 3;
        for (var i = 0; i < rotations; i++)
        {
            app.Advance(TimeSpan.FromMinutes(70));
            await Task.WhenAll(frontends.Select(async frontend =>
            {
                (await frontend.GetAsync("/me")).AssertOk();
                (await frontend.RefreshAsync()).AssertOk();
                (await frontend.GetAsync("/me")).AssertOk();
                (await frontend.GetAsync("/me")).AssertOk();
            }));
        }

        Assert.Equal(1 + rotations, app.Host.Count(Fetch));
    }

    [Fact]
    public async Task Many_unknown_keys_at_once_cause_one_fetch()
    {
        await using var other = await FaultApp.StartAsync();
        var stranger = await other.SignUpAsync();
        await using var app = await FaultApp.StartAsync();
        var frontend = await app.SignUpAsync();
        app.App.Time.Advance(TimeSpan.FromSeconds(1));
        frontend.AccessToken = stranger.AccessToken;

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => frontend.Copy().GetAsync("/me")));

        foreach (var answer in answers)
        {
            await answer.AssertTryRefreshTokenAsync();
        }

        Assert.Equal(2, app.Host.Count(Fetch));
    }

    [Fact]
    public async Task A_removed_key_is_not_accepted_past_twice_the_refresh_interval()
    {
        await using var app = await SessionApp.StartAsync(session => session.JwksRefreshInterval = TimeSpan.FromMinutes(10));
        var frontend = await app.SignInAsync();
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        await RemoveKeyAsync(app);

        app.App.Time.Advance(TimeSpan.FromMinutes(20) + TimeSpan.FromSeconds(1));

        await (await frontend.GetAsync("/sessioninfo")).AssertTryRefreshTokenAsync();
    }

    [Fact]
    public async Task Old_keys_are_not_used_at_all_where_that_is_not_tolerated()
    {
        await using var app = await SessionApp.StartAsync(session =>
        {
            session.JwksRefreshInterval = TimeSpan.FromMinutes(10);
            session.JwksStaleTolerance = TimeSpan.Zero;
        });
        var frontend = await app.SignInAsync();
        (await frontend.GetAsync("/sessioninfo")).AssertOk();
        app.Core.IsDown = true;
        app.App.Time.Advance(TimeSpan.FromMinutes(10));
        (await frontend.GetAsync("/sessioninfo")).AssertOk();

        app.App.Time.Advance(TimeSpan.FromSeconds(1));
        await FaultApp.AssertServerErrorAsync(await frontend.GetAsync("/sessioninfo"));
    }

    [Fact]
    public async Task A_key_set_without_keys_is_a_failing_core_and_old_keys_go_on_working()
    {
        await using var app = await SessionApp.StartAsync(session => session.JwksRefreshInterval = TimeSpan.FromMinutes(10));
        var early = await app.SignInAsync();
        (app.Core.BrokenPath, app.Core.BrokenAnswer) = ("/.well-known/jwks.json", """{"keys":[]}""");
        await FaultApp.AssertServerErrorAsync(await early.GetAsync("/sessioninfo"));
        app.Core.BrokenPath = null;
        app.App.Time.Advance(TimeSpan.FromSeconds(1));
        (await early.GetAsync("/sessioninfo")).AssertOk();

        app.Core.BrokenPath = "/.well-known/jwks.json";
        app.App.Time.Advance(TimeSpan.FromMinutes(21));
        (await early.GetAsync("/sessioninfo")).AssertOk();
        Assert.Contains(app.App.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("signing keys could not be fetched again", StringComparison.Ordinal));
    }

    // Another core's keys: the one that signed is not among them.
    private static async Task RemoveKeyAsync(SessionApp app)
    {
        await using var other = await SessionApp.StartAsync();
        using var client = other.App.Server.CreateClient();
        (app.Core.BrokenPath, app.Core.BrokenAnswer) = ("/.well-known/jwks.json", await client.GetStringAsync("/auth/jwt/jwks.json"));
    }
}
