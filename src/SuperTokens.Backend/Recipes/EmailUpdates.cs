using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.EmailVerification;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes;

/// <summary>
/// What account linking has to do with an address that the application changes: it may forbid the change, and what was verified once
/// need not be verified again. The same for every recipe with a function for it.
/// </summary>
internal sealed class EmailUpdates(
    IAccountLinkingRecipe linking, IAccountLinkingPolicy policy, ILinkedAddresses addresses, IUserDirectory users, IEmailVerificationRecipe? verification = null)
{
    /// <summary>Checks a change.</summary>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="newEmail">The new address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user who owns the login method, or null when there is none; and why the change is refused, or null.</returns>
    public async Task<(User? User, string? Refusal)> CheckAsync(RecipeUserId recipeUserId, string newEmail, CancellationToken cancellationToken)
    {
        if (await users.GetUserAsync(recipeUserId.Value, cancellationToken) is not { } user)
        {
            return (null, null);
        }

        // Only linking asks whether the address is verified already, as that of a login method that gets an earlier one back.
        var isVerified = policy.IsOn && verification is not null && await verification.IsEmailVerifiedAsync(recipeUserId, newEmail, cancellationToken);
        return (user, await linking.IsEmailChangeAllowedAsync(user, newEmail, isVerified, session: null, cancellationToken) switch
        {
            EmailChangeResult.PrimaryUserConflict => "New email cannot be applied to existing account because of there is another primary user with the same email address.",
            EmailChangeResult.AccountTakeoverRisk => "New email cannot be applied to existing account because of account takeover risks.",
            EmailChangeResult.Allowed => null,
            var other => throw new InvalidOperationException($"{other?.GetType().Name ?? "null"} is no result of {nameof(IAccountLinkingRecipe)}."),
        });
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
