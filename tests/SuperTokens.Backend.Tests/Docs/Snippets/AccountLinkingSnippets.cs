using Microsoft.Extensions.DependencyInjection;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Docs.Snippets;

/// <summary>The C# of <c>docs/recipes/accountlinking.md</c>.</summary>
internal static class AccountLinkingSnippets
{
    public interface IAuditLog
    {
        Task WriteAsync(string entry, CancellationToken cancellationToken);
    }

    public interface IOrders
    {
        Task MoveAsync(string fromUserId, string toUserId, CancellationToken cancellationToken);
    }

    public static void Automatic(SuperTokensBuilder superTokens)
    {
        superTokens.AddAccountLinking(options => options.Automatic = true);
    }

    public static void CaseByCase(SuperTokensBuilder superTokens, IOrders orders)
    {
        superTokens.AddAccountLinking(options =>
        {
            options.ShouldDoAutomaticAccountLinking = (question, _) => new(
                question.TenantId == "staff" ? new LinkingDecision.DoNotLink() : new LinkingDecision.Link(RequireVerification: true));
            options.OnAccountLinked = (user, loginMethod, cancellationToken) => orders.MoveAsync(loginMethod.RecipeUserId.Value, user.Id, cancellationToken);
        });
    }

    public static async Task<string> LinkAsync(IAccountLinkingRecipe linking, string loginMethodId, string primaryUserId)
    {
        var result = await linking.LinkAccountsAsync(new RecipeUserId(loginMethodId), primaryUserId);
        var message = result switch
        {
            LinkAccountsResult.Ok ok => $"{ok.User.LoginMethods.Length} login methods",
            LinkAccountsResult.InputUserIsNotAPrimaryUser => "make the user a primary user first",
            LinkAccountsResult.AlreadyLinkedToAnotherPrimaryUser other => $"belongs to {other.PrimaryUserId}",
            LinkAccountsResult.AccountInfoBelongsToAnotherPrimaryUser other => $"the address is {other.PrimaryUserId}'s",
            _ => "unknown",
        };
        return message;
    }

    sealed class Audited(IAccountLinkingRecipe original, IAuditLog audit) : DelegatingAccountLinkingRecipe(original)
    {
        public override async Task<UnlinkAccountResult> UnlinkAccountAsync(RecipeUserId recipeUserId, CancellationToken cancellationToken = default)
        {
            var result = await base.UnlinkAccountAsync(recipeUserId, cancellationToken);
            await audit.WriteAsync($"unlinked {recipeUserId}", cancellationToken);
            return result;
        }
    }
}
