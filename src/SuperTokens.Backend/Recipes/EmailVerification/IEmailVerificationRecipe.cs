using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>
/// The recipe's operations, one of the core a method. Override it by deriving from <see cref="DelegatingEmailVerificationRecipe"/>;
/// <see cref="EmailVerifications"/> finds the address by itself where you have only the user.
/// </summary>
public interface IEmailVerificationRecipe
{
    /// <summary>Creates a token that verifies an address, once.</summary>
    /// <param name="tenantId">The tenant the token can be used in.</param>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="email">Its address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The token, or that there is nothing left to verify.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<CreateEmailVerificationTokenResult> CreateEmailVerificationTokenAsync(
        string tenantId, RecipeUserId recipeUserId, string email, CancellationToken cancellationToken = default);

    /// <summary>Verifies the address a token was made for, and uses the token up.</summary>
    /// <param name="tenantId">The tenant the token was made in.</param>
    /// <param name="token">The token.</param>
    /// <param name="attemptAccountLinking">Whether the login method may become part of another user now. Matters to overrides and account linking only. Default: true.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was verified, or that the token is of no use.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task<VerifyEmailUsingTokenResult> VerifyEmailUsingTokenAsync(
        string tenantId, string token, bool attemptAccountLinking = true, CancellationToken cancellationToken = default);

    /// <summary>Tells whether an address of a login method is verified.</summary>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="email">The address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>True when it is.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<bool> IsEmailVerifiedAsync(RecipeUserId recipeUserId, string email, CancellationToken cancellationToken = default);

    /// <summary>Makes all tokens for an address of a login method useless.</summary>
    /// <param name="tenantId">The tenant the tokens were made in.</param>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="email">The address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when they are.</returns>
    /// <exception cref="Core.CoreException">The core failed, or knows no such tenant.</exception>
    Task RevokeEmailVerificationTokensAsync(string tenantId, RecipeUserId recipeUserId, string email, CancellationToken cancellationToken = default);

    /// <summary>Takes the verification of an address back. Sessions notice when their claim is fetched again.</summary>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="email">The address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the address is no longer verified.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task UnverifyEmailAsync(RecipeUserId recipeUserId, string email, CancellationToken cancellationToken = default);
}
