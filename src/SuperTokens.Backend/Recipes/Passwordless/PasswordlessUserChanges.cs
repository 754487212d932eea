using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What account linking has to do with a change of address: it may forbid it, and what was verified once need not be verified again.</summary>
internal sealed class PasswordlessUserChanges(
    AuthEmailChanges rules, IAccountLinkingPolicy policy, ILinkedAddresses addresses, IUserDirectory users, IEmailVerificationRecipe? verification = null)
{
    /// <summary>Checks a change.</summary>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="newEmail">The new address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Why it is refused, or null.</returns>
    public async Task<UpdatePasswordlessUserResult?> CheckAsync(RecipeUserId recipeUserId, string newEmail, CancellationToken cancellationToken)
    {
        if (await users.GetUserAsync(recipeUserId.Value, cancellationToken) is not { } user)
        {
            return new UpdatePasswordlessUserResult.UnknownUserId();
        }

        // Only linking asks whether the address is verified already, as that of a login method that gets an earlier one back.
        var isVerified = policy.IsOn && verification is not null && await verification.IsEmailVerifiedAsync(recipeUserId, newEmail, cancellationToken);
        return await rules.CheckAsync(user, newEmail, isVerified, session: null, cancellationToken) switch
        {
            EmailChange.PrimaryUserConflict => new UpdatePasswordlessUserResult.EmailChangeNotAllowed(
                "New email cannot be applied to existing account because of there is another primary user with the same email address."),
            EmailChange.AccountTakeoverRisk => new UpdatePasswordlessUserResult.EmailChangeNotAllowed(
                "New email cannot be applied to existing account because of account takeover risks."),
            _ => null,
        };
    }

    /// <summary>Marks the new address as verified where the user has verified it in another login method.</summary>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is.</returns>
    public async Task VerifyAsync(RecipeUserId recipeUserId, CancellationToken cancellationToken)
    {
        if (await users.GetUserAsync(recipeUserId.Value, cancellationToken) is { } user)
        {
            await addresses.VerifyAsync(user, recipeUserId, cancellationToken);
        }
    }
}
