using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>Which user a password reset is for, where several have the address, and when it could open an account to a stranger.</summary>
internal sealed class PasswordResetRules(IUserDirectory users, IAccountLinkingRecipe linking, IAccountLinkingPolicy policy)
{
    /// <summary>Finds who gets the mail.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="email">The address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The recipient.</returns>
    public async Task<PasswordResetRecipient> FindAsync(string tenantId, string email, CancellationToken cancellationToken)
    {
        var found = await users.ListUsersByAccountInfoAsync(tenantId, new AccountInfo { Email = email }, cancellationToken: cancellationToken);
        var method = found.SelectMany(user => user.LoginMethods).FirstOrDefault(m => m.RecipeId == EmailPasswordRecipe.Id && m.HasSameEmailAs(email));
        var candidate = found.FirstOrDefault(user => user.IsPrimaryUser);

        // Without a primary user the oldest would become one, if linking came to it.
        if (candidate is null
            && found.MinBy(user => user.TimeJoined) is { } oldest
            && !(found.Length == 1 && oldest.LoginMethods[0] == method)
            && await policy.ShouldBecomePrimaryAsync(oldest, tenantId, session: null, cancellationToken))
        {
            candidate = oldest;
        }

        if (candidate is null)
        {
            return OwnerAlone(method);
        }

        if (IsTakeoverRisk(candidate, email))
        {
            return new PasswordResetRecipient.TakeoverRisk();
        }

        return candidate.IsPrimaryUser && method is not null && candidate.LoginMethods.Contains(method)
            ? new PasswordResetRecipient.Owner(candidate.Id, method.RecipeUserId)
            : await ForLinkingAsync(tenantId, email, method, candidate, cancellationToken);
    }

    /// <summary>
    /// Somebody may have linked an address that is not theirs to an account of their own. Its owner must not fall into that account:
    /// the address has to be verified there, or be the only thing the account is known by.
    /// </summary>
    /// <param name="user">The account.</param>
    /// <param name="email">The address.</param>
    /// <returns>True when it is a risk.</returns>
    public static bool IsTakeoverRisk(User user, string email)
        => !user.LoginMethods.Any(method => method.HasSameEmailAs(email) && method.Verified)
            && user.LoginMethods.Any(method => (method.Email is not null && !method.HasSameEmailAs(email)) || method.PhoneNumber is not null);

    private static PasswordResetRecipient OwnerAlone(LoginMethod? method)
        => method is null ? new PasswordResetRecipient.Nobody() : new PasswordResetRecipient.Owner(method.RecipeUserId.Value, method.RecipeUserId);

    // The login method with the password would be linked to the candidate once its address is proved, which the mail does.
    private async Task<PasswordResetRecipient> ForLinkingAsync(string tenantId, string email, LoginMethod? method, User candidate, CancellationToken cancellationToken)
    {
        var account = method is null ? new NewAccountInfo(EmailPasswordRecipe.Id, new AccountInfo { Email = email }) : NewAccountInfo.From(method);
        if (await policy.DecideAsync(new LinkingQuestion(account, candidate, null, tenantId), cancellationToken) is not LinkingDecision.Link)
        {
            return OwnerAlone(method);
        }

        return method is not null || await linking.IsSignUpAllowedAsync(tenantId, account, isVerified: true, cancellationToken: cancellationToken)
            ? new PasswordResetRecipient.Owner(candidate.Id, method?.RecipeUserId)
            : new PasswordResetRecipient.Nobody();
    }
}
