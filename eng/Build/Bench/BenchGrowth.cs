namespace SuperTokens.Build.Bench;

/// <summary>The same requests with more sessions and users in the core, and more routes in the app.</summary>
/// <param name="apps">The servers.</param>
/// <param name="wrk">The load.</param>
/// <param name="loadApps">The app with as many routes as it is asked for.</param>
internal sealed class BenchGrowth(BenchApps apps, Wrk wrk, string loadApps)
{
    private const string Protected = "sessioninfo";
    private const string Verify = "recipe/session/verify";

    private static readonly int[] Sizes = [10, 1_000, 100_000];
    private static readonly int[] Routes = [10, 1_000, 10_000];

    /// <summary>Measures all three, one after the other.</summary>
    internal async Task<IReadOnlyList<GrowthTable>> RunAsync(string work, CancellationToken cancellationToken) =>
    [
        await SessionsAsync(cancellationToken).ConfigureAwait(false),
        await UsersAsync(cancellationToken).ConfigureAwait(false),
        await RoutesAsync(work, cancellationToken).ConfigureAwait(false),
    ];

    private async Task<GrowthTable> SessionsAsync(CancellationToken cancellationToken)
    {
        var rows = new List<(int, double[])>();
        var verify = $$"""{"accessToken":"{{apps.SeenToken}}","doAntiCsrfCheck":false,"enableAntiCsrf":false,"checkDatabase":true}""";
        foreach (var size in Sizes)
        {
            // Sign-ins have left sessions behind: those of a size are at least as many.
            await apps.Core.GrowAsync("sessions", size, cancellationToken).ConfigureAwait(false);
            _ = await wrk.PostAsync(apps.Core.Server, Verify, verify, BenchCore.Headers, cancellationToken).ConfigureAwait(false);
            rows.Add((size,
            [
                (await wrk.GetAsync(apps.Ours, Protected, apps.SeenToken, cancellationToken).ConfigureAwait(false)).Cpu,
                (await wrk.PostAsync(apps.Core.Server, Verify, verify, BenchCore.Headers, cancellationToken).ConfigureAwait(false)).Cpu,
                (await wrk.PostAsync(apps.Core.Server, BenchCore.SessionPath, BenchCore.NewSession, BenchCore.Headers, cancellationToken).ConfigureAwait(false)).Cpu,
            ]));
        }

        return new GrowthTable(["sessions in the core", "protected request, app", "verified with the database, core", "a session made, core"], rows);
    }

    // One person signs in, of as many as there are. The core's part is the one that could grow.
    private async Task<GrowthTable> UsersAsync(CancellationToken cancellationToken)
    {
        var rows = new List<(int, double[])>();
        foreach (var size in Sizes)
        {
            await apps.Core.GrowAsync("users", size, cancellationToken).ConfigureAwait(false);
            _ = await SignInAsync(cancellationToken).ConfigureAwait(false);
            rows.Add((size,
            [
                (await wrk.GetAsync(apps.Ours, Protected, apps.SeenToken, cancellationToken).ConfigureAwait(false)).Cpu,
                await SignInAsync(cancellationToken).ConfigureAwait(false),
            ]));
        }

        return new GrowthTable(["users in the core", "protected request, app", "signing in, app and core"], rows);
    }

    private async Task<double> SignInAsync(CancellationToken cancellationToken)
        => (await wrk.PostAsync(apps.Ours, apps.Core.Server, BenchApps.SignInPath, BenchApps.SignInJson, BenchApps.SignInHeaders, cancellationToken).ConfigureAwait(false)).Cpu;

    private async Task<GrowthTable> RoutesAsync(string work, CancellationToken cancellationToken)
    {
        var rows = new List<(int, double[])>();
        foreach (var size in Routes)
        {
            var app = await apps.StartRoutesAsync(work, loadApps, size, cancellationToken).ConfigureAwait(false);
            var last = $"route/{size}/one";
            _ = await wrk.GetAsync(app, last, accessToken: null, cancellationToken).ConfigureAwait(false);
            _ = await wrk.GetAsync(app, Protected, apps.SeenToken, cancellationToken).ConfigureAwait(false);
            rows.Add((size,
            [
                (await wrk.GetAsync(app, last, accessToken: null, cancellationToken).ConfigureAwait(false)).Cpu,
                (await wrk.GetAsync(app, Protected, apps.SeenToken, cancellationToken).ConfigureAwait(false)).Cpu,
            ]));
        }

        return new GrowthTable(["routes in the app", "an open route (a dispatch miss), app", "protected request, app"], rows);
    }
}
