using System.Text.Json.Nodes;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Users;
using SuperTokens.PeerSuites.BackendServer.Instruments;

namespace SuperTokens.PeerSuites.BackendServer.Setup;

/// <summary>The suite's functions <c>shouldDoAutomaticAccountLinking</c>, known by the conditions their minified sources hold.</summary>
internal static class LinkingDecisions
{
    private static readonly LinkingDecision s_no = new LinkingDecision.DoNotLink();

    public static async Task<LinkingDecision> AskAsync(
        string source, LinkingQuestion question, JsonObject userContext, IUserDirectory users, CancellationToken cancellationToken)
    {
        var account = question.NewAccount;
        if (Has("DO_NOT_LINK") && userContext.Says("DO_NOT_LINK"))
        {
            return s_no;
        }

        if (Has("DO_LINK_WITHOUT_VERIFICATION") && userContext.Says("DO_LINK_WITHOUT_VERIFICATION"))
        {
            return new LinkingDecision.Link(RequireVerification: false);
        }

        if (Has(".DO_LINK?") && !userContext.Says("DO_LINK"))
        {
            return s_no;
        }

        if (Has("test2@example.com") && account.AccountInfo.Email == "test2@example.com" && question.User is null)
        {
            return s_no;
        }

        if (Has("getUserId()") && question.User is { } user && user.Id == question.Session?.UserId)
        {
            return s_no;
        }

        if (Has("\"emailpassword\"===") && account.RecipeId == "emailpassword")
        {
            var found = await users.ListUsersByAccountInfoAsync("public", new AccountInfo { Email = account.AccountInfo.Email }, cancellationToken: cancellationToken);
            if (found.Length <= 1)
            {
                return s_no;
            }
        }

        // Handed over by name alone.
        if (Has("onlyLinkIfNewUserVerified"))
        {
            return account.AccountInfo.ThirdParty is null || question.User is null || userContext.Says("isVerified") ? new LinkingDecision.Link() : s_no;
        }

        // What the function comes to when none of its conditions holds stands last in it.
        var verify = source.LastIndexOf("shouldRequireVerification:!0", StringComparison.Ordinal);
        var dare = source.LastIndexOf("shouldRequireVerification:!1", StringComparison.Ordinal);
        return verify < 0 && dare < 0 ? s_no : new LinkingDecision.Link(RequireVerification: verify > dare);

        bool Has(string text) => source.Contains(text, StringComparison.Ordinal);
    }
}
