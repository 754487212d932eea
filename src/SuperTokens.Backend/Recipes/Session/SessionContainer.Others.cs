namespace SuperTokens.Backend.Recipes.Session;

/// <content>The user's other sessions, on other devices and in other browsers.</content>
public sealed partial class SessionContainer
{
    /// <summary>Lists the sessions of this session's user and all their linked login methods, this one among them.</summary>
    /// <param name="limit">How many to read at most, the newest: the core is asked for each by itself, and somebody may have thousands. Default: 20.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sessions that were read, and how many there are.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is below 1.</exception>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public Task<UserSessions> ListAllAsync(int limit = 20, CancellationToken cancellationToken = default)
        => UserSessions.ReadAsync(_recipe.Value, UserId, Handle, limit, cancellationToken);

    /// <summary>
    /// Ends one of the user's sessions: whatever a form names, nobody else's. Other devices notice at their next refresh, and endpoints with
    /// <see cref="VerifySessionOptions.CheckDatabase"/> at once. To end this very session, use <see cref="RevokeAsync"/>, which clears its tokens too.
    /// </summary>
    /// <param name="sessionHandle">The session's handle.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the user had the session.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task<bool> RevokeOneAsync(string sessionHandle, CancellationToken cancellationToken = default)
    {
        var own = await _recipe.Value.GetAllSessionHandlesForUserAsync(UserId, cancellationToken: cancellationToken);
        return own.Contains(sessionHandle) && await _recipe.Value.RevokeSessionAsync(sessionHandle, cancellationToken);
    }

    /// <summary>Signs the user out everywhere else: ends all their sessions but this one, those of linked login methods included.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many sessions ended.</returns>
    /// <exception cref="Core.CoreException">The core failed.</exception>
    public async Task<int> RevokeOthersAsync(CancellationToken cancellationToken = default)
    {
        var own = await _recipe.Value.GetAllSessionHandlesForUserAsync(UserId, cancellationToken: cancellationToken);
        var others = own.Remove(Handle);
        return others.IsEmpty ? 0 : (await _recipe.Value.RevokeMultipleSessionsAsync(others, cancellationToken)).Length;
    }
}
