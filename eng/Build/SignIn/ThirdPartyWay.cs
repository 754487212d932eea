namespace SuperTokens.Build;

/// <summary>Signing in at a provider.</summary>
internal sealed class ThirdPartyWay(LocalProvider provider, string email) : ISignInWay
{
    public string Email => email;

    public bool VerifiesEmail => true;

    public ISignInWay For(string email) => new ThirdPartyWay(provider, email);

    public async Task<FlowSession> RunAsync(FlowRun run)
    {
        FlowSession? signedUp = null, signedIn = null;
        await run.StepAsync("Coming back without a code is 400", async () =>
            (await ComeBackAsync(run, new Dictionary<string, string> { ["state"] = "x" }, null, "header").ConfigureAwait(false)).HasStatus(400)).ConfigureAwait(false);
        await run.StepAsync("Sign up at a local provider", async () =>
            signedUp = FlowSession.From((await SignInAsync(run, "header").ConfigureAwait(false)).Has("true", "createdNewRecipeUser"))).ConfigureAwait(false);
        await run.StepAsync("Sign in at the local provider", async () =>
            signedIn = FlowSession.From((await SignInAsync(run, "header").ConfigureAwait(false)).Has(signedUp!.UserId, "user", "id"))).ConfigureAwait(false);
        return signedIn!;
    }

    public async Task<FrontendAnswer> SignInAsync(FlowRun run, string authMode)
    {
        var redirect = (await run.GetAuthAsync($"/authorisationurl?thirdPartyId={LocalProvider.Id}&redirectURIOnProviderDashboard={Uri.EscapeDataString(LocalProvider.ComeBackTo)}")
            .ConfigureAwait(false)).HasStatus(200).Has("OK", "status");
        var query = await provider.SignInAsync(redirect.Text("urlWithQueryParams"), email, run.CancellationToken).ConfigureAwait(false);
        return await ComeBackAsync(run, query, redirect.OptionalText("pkceCodeVerifier"), authMode).ConfigureAwait(false);
    }

    private static Task<FrontendAnswer> ComeBackAsync(FlowRun run, IReadOnlyDictionary<string, string> query, string? verifier, string authMode)
        => run.PostAuthAsync(
            "/signinup",
            new
            {
                thirdPartyId = LocalProvider.Id,
                redirectURIInfo = new { redirectURIOnProviderDashboard = LocalProvider.ComeBackTo, redirectURIQueryParams = query, pkceCodeVerifier = verifier },
            },
            authMode: authMode);
}
