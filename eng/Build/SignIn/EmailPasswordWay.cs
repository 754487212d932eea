namespace SuperTokens.Build;

/// <summary>Signing in with an address and a password.</summary>
internal sealed class EmailPasswordWay(string email) : ISignInWay
{
    private const string Password = "Analytical-Engine-1";

    public string Email => email;

    public bool VerifiesEmail => false;

    public ISignInWay For(string email) => new EmailPasswordWay(email);

    public async Task<FlowSession> RunAsync(FlowRun run)
    {
        FlowSession? signedUp = null, signedIn = null;
        await run.StepAsync("Sign up with an address and a password", async () =>
            signedUp = FlowSession.From(await PostFormAsync(run, "/signup", "header", Password).ConfigureAwait(false))).ConfigureAwait(false);
        await run.StepAsync("A wrong password is 200 with a status", async () =>
            (await PostFormAsync(run, "/signin", "header", "Difference-Engine-1").ConfigureAwait(false))
                .Is(200, """{"status":"WRONG_CREDENTIALS_ERROR"}""")).ConfigureAwait(false);
        await run.StepAsync("Sign in with the password", async () =>
            signedIn = FlowSession.From((await SignInAsync(run, "header").ConfigureAwait(false)).Has(signedUp!.UserId, "user", "id"))).ConfigureAwait(false);
        return signedIn!;
    }

    public Task<FrontendAnswer> SignInAsync(FlowRun run, string authMode) => PostFormAsync(run, "/signin", authMode, Password);

    private Task<FrontendAnswer> PostFormAsync(FlowRun run, string path, string authMode, string password)
        => run.PostAuthAsync(
            path,
            new { formFields = new[] { new { id = "email", value = email }, new { id = "password", value = password } } },
            authMode: authMode);
}
