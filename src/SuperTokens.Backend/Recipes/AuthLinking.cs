using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes;

/// <summary>
/// Links a login method whose credentials were right: to the session's user when the caller wants that, else to the user who has
/// the same address. Every sign-in recipe calls it between its own core call and its result.
/// </summary>
internal sealed class AuthLinking
{
    /// <summary>Links a user who has just signed up or in, where the app links accounts at all.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="user">The user who owns the login method.</param>
    /// <param name="recipeUserId">The login method used.</param>
    /// <param name="session">The caller's session, or null.</param>
    /// <param name="shouldTryLinkingWithSessionUser">Whether to link to the session's user; null when the frontend is too old to say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user, or why the session's user could not be linked to.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "Accounts are not linked yet.")]
    public Task<AuthLinkingResult> LinkAsync(
        string tenantId, User user, RecipeUserId recipeUserId, SessionContainer? session, bool? shouldTryLinkingWithSessionUser, CancellationToken cancellationToken)
        => Task.FromResult<AuthLinkingResult>(new AuthLinkingResult.Ok(user));
}
