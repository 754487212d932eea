namespace SuperTokens.Build;

/// <summary>What a session does, whichever way somebody signed in: refresh, theft, cookies and sign-out.</summary>
internal static class SessionSteps
{
    internal static async Task RunAsync(FlowRun run, ISignInWay way, FlowSession session)
    {
        var renewed = session;
        await run.StepAsync("Refresh gives new tokens", async () =>
        {
            var answer = (await run.PostAuthAsync("/session/refresh", token: session.Refresh).ConfigureAwait(false)).Is(200, "{}");
            renewed = session with { Access = answer.Header("st-access-token"), Refresh = answer.Header("st-refresh-token") };
            if (renewed.Refresh == session.Refresh)
            {
                throw new BuildException("The refresh token did not change.");
            }
        }).ConfigureAwait(false);
        await run.StepAsync("The new access token works", () => KnowsAsync(run, renewed)).ConfigureAwait(false);
        await run.StepAsync("The old refresh token again is theft", async () =>
            (await run.PostAuthAsync("/session/refresh", token: session.Refresh).ConfigureAwait(false))
                .Is(401, """{"message":"token theft detected"}""").HasHeader("front-token", "remove")).ConfigureAwait(false);
        await run.StepAsync("The session is gone", async () =>
            (await run.PostAuthAsync("/session/refresh", token: renewed.Refresh).ConfigureAwait(false)).Is(401, FlowRun.Unauthorised)).ConfigureAwait(false);
        await run.StepAsync("Sign in with cookies, and use them", () => UseCookiesAsync(run, way, session.UserId)).ConfigureAwait(false);
        await run.StepAsync("Sign in and out", () => SignOutAsync(run, way)).ConfigureAwait(false);
    }

    internal static async Task KnowsAsync(FlowRun run, FlowSession session)
        => Knows(run, session.UserId, await run.GetAsync(run.SessionPath, session.Access).ConfigureAwait(false));

    private static void Knows(FlowRun run, string userId, FrontendAnswer answer)
        => _ = run.HasPages ? answer.HasStatus(200).Contains(userId) : answer.HasStatus(200).Has(userId, "userId");

    private static async Task UseCookiesAsync(FlowRun run, ISignInWay way, string userId)
    {
        var answer = (await way.SignInAsync(run, "cookie").ConfigureAwait(false)).HasStatus(200).Has("OK", "status");
        var access = answer.Cookie("sAccessToken", "HttpOnly", "Path=/");
        var refresh = answer.Cookie("sRefreshToken", "HttpOnly", $"Path={run.BasePath}/session/refresh");
        Knows(run, userId, await run.WithCookiesAsync(HttpMethod.Get, run.SessionPath, $"sAccessToken={access}").ConfigureAwait(false));
        (await run.WithCookiesAsync(HttpMethod.Post, run.BasePath + "/session/refresh", $"sAccessToken={access}; sRefreshToken={refresh}").ConfigureAwait(false))
            .HasStatus(200).Cookie("sAccessToken", "HttpOnly", "Path=/");
    }

    private static async Task SignOutAsync(FlowRun run, ISignInWay way)
    {
        var session = FlowSession.From(await way.SignInAsync(run, "header").ConfigureAwait(false));
        (await run.PostAuthAsync("/signout", token: session.Access).ConfigureAwait(false)).Is(200, """{"status":"OK"}""").HasHeader("front-token", "remove");
        (await run.PostAuthAsync("/session/refresh", token: session.Refresh).ConfigureAwait(false)).Is(401, FlowRun.Unauthorised);
    }
}
