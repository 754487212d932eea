namespace SuperTokens.Build;

/// <summary>Verifying an address, unless signing in has done so.</summary>
internal static class VerifiedEmailSteps
{
    /// <returns>The session, with the access token that says so.</returns>
    internal static async Task<FlowSession> RunAsync(FlowRun run, ISignInWay way, FlowSession session)
    {
        string[] guarded = run.HasPages ? [run.SessionPath] : ["/verified", run.SessionPath];
        if (way.VerifiesEmail)
        {
            await run.StepAsync("This way the address is verified already", async () =>
                (await run.GetAsync(guarded[0], session.Access).ConfigureAwait(false)).HasStatus(200)).ConfigureAwait(false);
            return session;
        }

        var verified = session;
        await run.StepAsync("The new address is not verified: 403", async () =>
        {
            foreach (var path in guarded)
            {
                (await run.GetAsync(path, session.Access).ConfigureAwait(false)).HasStatus(403).Has("invalid claim", "message");
            }
        }).ConfigureAwait(false);
        await run.StepAsync("The link of a mail in the inbox verifies it", async () =>
        {
            (await run.PostAuthAsync("/user/email/verify/token", token: session.Access).ConfigureAwait(false)).Is(200, """{"status":"OK"}""");
            var mail = await run.NewestMessageAsync(way.Email).ConfigureAwait(false);
            var answer = (await run.PostAuthAsync("/user/email/verify", new { method = "token", token = mail.Query("token") }, session.Access).ConfigureAwait(false))
                .Is(200, """{"status":"OK"}""");
            verified = session with { Access = answer.Header("st-access-token") };
            (await run.GetAsync(guarded[0], verified.Access).ConfigureAwait(false)).HasStatus(200);
        }).ConfigureAwait(false);
        return verified;
    }
}
