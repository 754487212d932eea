using SuperTokens.Build.Pages;

namespace SuperTokens.Build;

/// <summary>One account for two ways to sign in.</summary>
internal static class LinkedAccountSteps
{
    /// <summary>Looks at the account of the first way, and joins it with another where both show that the address is theirs.</summary>
    internal static async Task RunAsync(FlowRun run, IReadOnlyList<ISignInWay> ways, bool verifiesEmails)
    {
        var (first, second) = (ways[0], ways.Skip(1).FirstOrDefault(way => way.VerifiesEmail));
        FlowSession? session = null;
        await run.StepAsync("An account lists its ways to sign in", async () =>
        {
            session = FlowSession.From(await first.SignInAsync(run, "header").ConfigureAwait(false));
            await HasLoginMethodsAsync(run, session, 1).ConfigureAwait(false);
        }).ConfigureAwait(false);
        if (second is not null && (first.VerifiesEmail || verifiesEmails))
        {
            await run.StepAsync("Another way with the same address is the same account", async () =>
            {
                var answer = await second.For(first.Email).SignInAsync(run, "header").ConfigureAwait(false);
                await HasLoginMethodsAsync(run, FlowSession.From(answer.Has(session!.UserId, "user", "id")), 2).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
    }

    private static async Task HasLoginMethodsAsync(FlowRun run, FlowSession session, int count)
    {
        var account = (await run.GetAsync("/account", session.Access).ConfigureAwait(false)).HasStatus(200);
        var found = run.HasPages ? Page.CountItems(account.Contains(session.UserId).Text(), "ways") : account.Has(session.UserId, "userId").Count("loginMethods");
        if (found != count)
        {
            throw new BuildException($"The account should have {count} ways to sign in:\n\n{account.Text()}");
        }
    }
}
