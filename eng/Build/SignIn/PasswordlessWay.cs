namespace SuperTokens.Build;

/// <summary>Signing in with the code, or the link, of a mail in the inbox.</summary>
internal sealed class PasswordlessWay(string email) : ISignInWay
{
    public string Email => email;

    public bool VerifiesEmail => true;

    public ISignInWay For(string email) => new PasswordlessWay(email);

    public async Task<FlowSession> RunAsync(FlowRun run)
    {
        FlowSession? signedUp = null, signedIn = null;
        await run.StepAsync("Ask for a code; the answer does not hold it", async () =>
        {
            var answer = await AskAsync(run).ConfigureAwait(false);
            var mail = await run.NewestMessageAsync(email).ConfigureAwait(false);
            if (answer.Text().Contains(mail.Code, StringComparison.Ordinal) || answer.Text().Contains(mail.Fragment, StringComparison.Ordinal))
            {
                throw new BuildException($"The answer to whoever asked for a code holds it:\n\n{answer.Text()}");
            }
        }).ConfigureAwait(false);
        await run.StepAsync("A wrong code is 200 with a status", async () =>
        {
            var attempt = await AskAsync(run).ConfigureAwait(false);
            var right = (await run.NewestMessageAsync(email).ConfigureAwait(false)).Code;
            (await ConsumeAsync(run, attempt, right == "123456" ? "654321" : "123456", "header").ConfigureAwait(false))
                .HasStatus(200).Has("INCORRECT_USER_INPUT_CODE_ERROR", "status");
        }).ConfigureAwait(false);
        await run.StepAsync("Sign up with the code in the inbox", async () =>
            signedUp = FlowSession.From((await SignInAsync(run, "header").ConfigureAwait(false)).Has("true", "createdNewRecipeUser"))).ConfigureAwait(false);
        await run.StepAsync("Sign in with the link in the inbox", async () =>
            signedIn = FlowSession.From((await FollowLinkAsync(run).ConfigureAwait(false)).Has(signedUp!.UserId, "user", "id"))).ConfigureAwait(false);
        return signedIn!;
    }

    public async Task<FrontendAnswer> SignInAsync(FlowRun run, string authMode)
    {
        var attempt = await AskAsync(run).ConfigureAwait(false);
        var mail = await run.NewestMessageAsync(email).ConfigureAwait(false);
        return await ConsumeAsync(run, attempt, mail.Code, authMode).ConfigureAwait(false);
    }

    private async Task<FrontendAnswer> FollowLinkAsync(FlowRun run)
    {
        await AskAsync(run).ConfigureAwait(false);
        var mail = await run.NewestMessageAsync(email).ConfigureAwait(false);
        return await run.PostAuthAsync(
            "/signinup/code/consume", new { preAuthSessionId = mail.Query("preAuthSessionId"), linkCode = mail.Fragment }).ConfigureAwait(false);
    }

    private async Task<FrontendAnswer> AskAsync(FlowRun run)
        => (await run.PostAuthAsync("/signinup/code", new { email }).ConfigureAwait(false)).HasStatus(200).Has("OK", "status");

    private static Task<FrontendAnswer> ConsumeAsync(FlowRun run, FrontendAnswer attempt, string code, string authMode)
        => run.PostAuthAsync(
            "/signinup/code/consume",
            new { deviceId = attempt.Text("deviceId"), preAuthSessionId = attempt.Text("preAuthSessionId"), userInputCode = code },
            authMode: authMode);
}
