using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailPassword;

/// <summary>
/// What the recipe does in the core, one operation a method. Override it by deriving from <see cref="DelegatingEmailPasswordRecipe"/>:
/// an overridden <see cref="CreateNewRecipeUserAsync"/> or <see cref="VerifyCredentialsAsync"/> also changes sign-up or sign-in, which
/// call it. None of the methods looks at a form rule unless it says so.
/// </summary>
public interface IEmailPasswordRecipe
{
    /// <summary>Signs a user up. Begins no session.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="email">The address.</param>
    /// <param name="password">The password.</param>
    /// <param name="session">The caller's session, or null; only account linking reads it.</param>
    /// <param name="shouldTryLinkingWithSessionUser">Whether to link to the session's user; only account linking reads it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new user, or why there is none.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<SignUpResult> SignUpAsync(
        string tenantId, string email, string password, SessionContainer? session = null, bool? shouldTryLinkingWithSessionUser = null, CancellationToken cancellationToken = default);

    /// <summary>Creates a login method and nothing else: no account linking, no session.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="email">The address.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new login method, or why there is none.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<CreateRecipeUserResult> CreateNewRecipeUserAsync(string tenantId, string email, string password, CancellationToken cancellationToken = default);

    /// <summary>Checks address and password for a sign-in. Begins no session.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="email">The address; case does not count.</param>
    /// <param name="password">The password.</param>
    /// <param name="session">The caller's session, or null; only account linking reads it.</param>
    /// <param name="shouldTryLinkingWithSessionUser">Whether to link to the session's user; only account linking reads it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user, or that the credentials are wrong.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<SignInResult> SignInAsync(
        string tenantId, string email, string password, SessionContainer? session = null, bool? shouldTryLinkingWithSessionUser = null, CancellationToken cancellationToken = default);

    /// <summary>Checks address and password and nothing else, for example before a change of password.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="email">The address; case does not count.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whose they are, or that they are wrong.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<VerifyCredentialsResult> VerifyCredentialsAsync(string tenantId, string email, string password, CancellationToken cancellationToken = default);

    /// <summary>Creates a token for a new password. It lasts as long as the core says (one hour unless configured) and works once.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="userId">A login method's id, or a primary user's.</param>
    /// <param name="email">The address the token will be sent to.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The token, or that there is no such user.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<CreateResetPasswordTokenResult> CreateResetPasswordTokenAsync(string tenantId, string userId, string email, CancellationToken cancellationToken = default);

    /// <summary>Uses up a token for a new password. The password is not changed by this.</summary>
    /// <param name="tenantId">The tenant the token was made in.</param>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whom the token was made for, or that it is invalid.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<ConsumePasswordResetTokenResult> ConsumePasswordResetTokenAsync(string tenantId, string token, CancellationToken cancellationToken = default);

    /// <summary>Changes a login method's address, password or both. Sessions go on.</summary>
    /// <param name="input">What to change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>That it is done, or why not.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    Task<UpdateEmailOrPasswordResult> UpdateEmailOrPasswordAsync(UpdateEmailOrPasswordInput input, CancellationToken cancellationToken = default);
}
