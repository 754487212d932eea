namespace SuperTokens.Build;

/// <summary>What the recipes offer beside signing in, each used by somebody who has signed in.</summary>
internal static class FeatureSteps
{
    /// <summary>The steps, by recipe, in the order they are run; a site has pages for the rest.</summary>
    internal static IReadOnlyList<(string Recipe, Func<FlowRun, ISignInWay, Task> RunAsync)> For(FlowRun run) => run.HasPages
        ? [("multitenancy", AskForTenantAsync)]
        : [("userroles", UseRolesAsync), ("usermetadata", UseMetadataAsync), ("multitenancy", AskForTenantAsync), ("multitenancy", UseTenantsAsync)];

    private static async Task UseRolesAsync(FlowRun run, ISignInWay way)
    {
        var session = await SignInAsync(run, way).ConfigureAwait(false);
        await run.StepAsync("Without a role, what asks for one is 403", async () =>
        {
            foreach (var path in (string[])["/members", run.AdminPath])
            {
                (await run.GetAsync(path, session.Access).ConfigureAwait(false)).HasStatus(403).Has("invalid claim", "message");
            }

            (await run.GetAsync("/members").ConfigureAwait(false)).Is(401, FlowRun.Unauthorised);
        }).ConfigureAwait(false);
        await run.StepAsync("With the role it is open, and another's is not", async () =>
        {
            var joined = (await run.SendAsync(HttpMethod.Post, "/membership", session.Access).ConfigureAwait(false)).HasStatus(200);
            var access = joined.Header("st-access-token");
            (await run.GetAsync("/members", access).ConfigureAwait(false)).HasStatus(200);
            (await run.GetAsync(run.AdminPath, access).ConfigureAwait(false)).HasStatus(403);
        }).ConfigureAwait(false);
    }

    private static Task UseMetadataAsync(FlowRun run, ISignInWay way)
        => run.StepAsync("A profile is kept", async () =>
        {
            var session = await SignInAsync(run, way).ConfigureAwait(false);
            (await run.SendAsync(HttpMethod.Put, "/profile", null, new { displayName = "Ada" }).ConfigureAwait(false)).HasStatus(401);
            (await run.SendAsync(HttpMethod.Put, "/profile", session.Access, new { displayName = string.Empty }).ConfigureAwait(false)).HasStatus(400);
            (await run.SendAsync(HttpMethod.Put, "/profile", session.Access, new { displayName = "Ada" }).ConfigureAwait(false)).HasStatus(200);
            (await run.GetAsync("/profile", session.Access).ConfigureAwait(false)).Is(200, """{"displayName":"Ada"}""");
        });

    private static Task AskForTenantAsync(FlowRun run, ISignInWay way)
        => run.StepAsync("A tenant tells how people sign in to it", async () =>
            (await run.GetAuthAsync("/public/loginmethods").ConfigureAwait(false)).HasStatus(200).Has("OK", "status"));

    private static Task UseTenantsAsync(FlowRun run, ISignInWay way)
        => run.StepAsync("A session opens its tenant and no other", async () =>
        {
            (await run.GetAsync("/tenants").ConfigureAwait(false)).Is(200, """{"status":"OK","tenants":[{"tenantId":"public"}]}""");
            var session = await SignInAsync(run, way).ConfigureAwait(false);
            (await run.GetAsync("/tenants/public", session.Access).ConfigureAwait(false)).Is(200, """{"tenantId":"public"}""");
            (await run.GetAsync("/tenants/acme", session.Access).ConfigureAwait(false)).HasStatus(403).Has("invalid claim", "message");
            (await run.GetAsync("/tenants/public").ConfigureAwait(false)).Is(401, FlowRun.Unauthorised);
        });

    private static async Task<FlowSession> SignInAsync(FlowRun run, ISignInWay way)
        => FlowSession.From(await way.SignInAsync(run, "header").ConfigureAwait(false));
}
