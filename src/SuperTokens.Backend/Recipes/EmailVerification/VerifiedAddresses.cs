using Microsoft.AspNetCore.Http;
using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Recipes.Session;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.EmailVerification;

/// <summary>
/// What follows from a verified address, for applications that verify one themselves with
/// <see cref="IEmailVerificationRecipe.VerifyEmailUsingTokenAsync"/>. The recipe's own endpoints do it already. Take it from the services.
/// </summary>
public sealed class VerifiedAddresses
{
    private readonly EmailVerificationClaim _claim;
    private readonly ILinkedAddresses _linked;
    private readonly IRequestSessions _requestSessions;
    private readonly ISessionRecipe _sessions;
    private readonly IUserDirectory _users;

    internal VerifiedAddresses(
        EmailVerificationClaim claim, IUserDirectory users, ISessionRecipe sessions, IRequestSessions requestSessions, ILinkedAddresses linked)
    {
        _claim = claim;
        _users = users;
        _sessions = sessions;
        _requestSessions = requestSessions;
        _linked = linked;
    }

    /// <summary>
    /// Tells a session that its address was verified. Where verifying linked the login method to another user, the login method's sessions end
    /// and one of that user takes their place on the response. A session of another login method stays as it is.
    /// </summary>
    /// <param name="session">The caller's session.</param>
    /// <param name="verified">The login method whose address was verified.</param>
    /// <param name="context">The request, whose response gets the tokens.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new session; null when the session goes on.</returns>
    /// <exception cref="UnauthorisedException">The session's user is gone.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task<SessionContainer?> UpdateSessionAsync(
        SessionContainer session, RecipeUserId verified, HttpContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(context);

        // Whoever opened the link in somebody else's browser changed nothing about that session.
        if (session.RecipeUserId != verified)
        {
            return null;
        }

        var user = await _users.GetUserAsync(verified.Value, cancellationToken);
        return await UpdateSessionAsync(session, user, context, isVerified: null, cancellationToken);
    }

    /// <summary>
    /// Marks a login method's address as verified where another login method of the same primary user has verified the same one, so that
    /// nobody verifies an address twice. Linking accounts does it by itself.
    /// </summary>
    /// <param name="user">The user.</param>
    /// <param name="recipeUserId">The login method.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether something changed, so that <paramref name="user"/> must be read again.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public Task<bool> VerifyLinkedAsync(User user, RecipeUserId recipeUserId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        return _linked.VerifyAsync(user, recipeUserId, cancellationToken);
    }

    // Linking may have made the login method part of another user: the session must then be that user's, as in supertokens-node.
    internal async Task<SessionContainer?> UpdateSessionAsync(
        SessionContainer session, User? user, HttpContext context, bool? isVerified, CancellationToken cancellationToken)
    {
        if (user is null || user.Id == session.UserId)
        {
            await session.SetClaimValueAsync(_claim, isVerified ?? await _claim.FetchAsync(user, session.RecipeUserId, cancellationToken), cancellationToken);
            return null;
        }

        await _sessions.RevokeAllSessionsForUserAsync(session.RecipeUserId.Value, revokeSessionsForLinkedAccounts: false, cancellationToken: cancellationToken);
        var replacement = new NewSession(session.RecipeUserId) { UserId = user.Id, TenantId = session.TenantId, User = user };
        return await _requestSessions.CreateAsync(context, replacement, cancellationToken);
    }
}
