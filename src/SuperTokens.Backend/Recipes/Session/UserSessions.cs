using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>A user's sessions, as an account page shows them.</summary>
/// <param name="Sessions">Those that were read, the newest first.</param>
/// <param name="Count">How many there are.</param>
public sealed record UserSessions(ImmutableArray<SessionInformation> Sessions, int Count)
{
    // The core is asked for each session by itself: as many at once as a connection pool is glad to have.
    private const int AtOnce = 8;

    /// <summary>Reads the sessions of a user and all their linked login methods.</summary>
    /// <param name="recipe">Reads them.</param>
    /// <param name="userId">The user.</param>
    /// <param name="handle">The session to read in any case; null for none.</param>
    /// <param name="limit">How many to read at most.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sessions.</returns>
    internal static async Task<UserSessions> ReadAsync(ISessionRecipe recipe, string userId, string? handle, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var all = await recipe.GetAllSessionHandlesForUserAsync(userId, cancellationToken: cancellationToken);

        // The core lists the newest last, as a rule.
        IEnumerable<string> chosen = handle is null ? all.TakeLast(limit) : all.Remove(handle).TakeLast(limit - 1).Append(handle);
        var read = new List<SessionInformation>();
        foreach (var some in chosen.Chunk(AtOnce))
        {
            // One that ended meanwhile is none.
            read.AddRange((await Task.WhenAll(some.Select(one => recipe.GetSessionInformationAsync(one, cancellationToken)))).OfType<SessionInformation>());
        }

        return new UserSessions([.. read.OrderByDescending(session => session.TimeCreated)], all.Length);
    }
}
