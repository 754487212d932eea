using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>What account linking has to do with a change of address: it may forbid it, and what was verified once need not be verified again.</summary>
internal sealed class EmailPasswordChanges(
    AuthEmailChanges rules, IAccountLinkingPolicy policy, ILinkedAddresses addresses, IUserDirectory users, IEmailVerificationRecipe? verification = null)
{
    /// <summary>Checks a change.</summary>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="newEmail">The new address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Why it is refused, or null; and whether the login method is a primary user's.</returns>
    public async Task<(UpdateEmailOrPasswordResult? Refusal, bool IsPrimaryUser)> CheckAsync(RecipeUserId recipeUserId, string newEmail, CancellationToken cancellationToken)
    {
        if (await users.GetUserAsync(recipeUserId.Value, cancellationToken) is not { } user)
        {
            return (new UpdateEmailOrPasswordResult.UnknownUserId(), false);
        }

        // Only linking asks whether the address is verified already, as that of a login method that gets an earlier one back.
        var isVerified = policy.IsOn && verification is not null && await verification.IsEmailVerifiedAsync(recipeUserId, newEmail, cancellationToken);
        var refusal = await rules.CheckAsync(user, newEmail, isVerified, session: null, cancellationToken) switch
        {
            EmailChange.PrimaryUserConflict => "New email cannot be applied to existing account because of there is another primary user with the same email address.",
            EmailChange.AccountTakeoverRisk => "New email cannot be applied to existing account because of account takeover risks.",
            _ => null,
        };
        return (refusal is null ? null : new UpdateEmailOrPasswordResult.EmailChangeNotAllowed(refusal), user.IsPrimaryUser);
    }

    /// <summary>Marks the new address as verified where the user has verified it in another login method.</summary>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is.</returns>
    public async Task VerifyAsync(RecipeUserId recipeUserId, CancellationToken cancellationToken)
    {
        if (verification is not null && await users.GetUserAsync(recipeUserId.Value, cancellationToken) is { } user)
        {
            await addresses.VerifyAsync(user, recipeUserId, cancellationToken);
        }
    }
}
