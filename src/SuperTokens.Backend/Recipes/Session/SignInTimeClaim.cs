using System.Text.Json.Nodes;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>
/// The session claim <c>st-signin</c>: when the session's user signed in, in milliseconds since the Unix epoch. Refreshing changes neither it nor what
/// it is made from: the time at which the core created the session. It is fetched, and put into the access token, when a rule asks for it first. An
/// application that has its user prove who they are without a new session sets it: <c>session.SetClaimValueAsync(claim, now)</c>. A service of the
/// container.
/// </summary>
public sealed class SignInTimeClaim : PrimitiveClaim<long>
{
    /// <summary>The claim's key: <c>st-signin</c>.</summary>
    public const string Name = "st-signin";

    internal SignInTimeClaim(Lazy<ISessionRecipe> recipe, TimeProvider time)
        : base(Name, (_, _, _, payload, cancellationToken) => FetchAsync(recipe.Value, payload, cancellationToken), timeProvider: time)
    {
    }

    /// <summary>Requires the user to have signed in a short time ago. In a 403 its id is <c>st-signin</c>, and the reason's message <c>expired</c>.</summary>
    /// <param name="maxAge">How long ago it may be.</param>
    /// <param name="id">The validator's id in a 403 answer. Default: <c>st-signin</c>.</param>
    /// <returns>The validator.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero.</exception>
    public SessionClaimValidator IsRecent(TimeSpan maxAge, string? id = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(maxAge, TimeSpan.Zero);
        return new RecentSignInValidator(this, id ?? Name, maxAge, Time);
    }

    private static async ValueTask<ClaimValue<long>> FetchAsync(ISessionRecipe recipe, JsonObject? payload, CancellationToken cancellationToken)
    {
        // Without a handle there is no session yet, or the caller has only its custom claims: the claim stays as it is.
        if (payload?["sessionHandle"]?.GetValue<string>() is not { } handle)
        {
            return default;
        }

        var session = await recipe.GetSessionInformationAsync(handle, cancellationToken) ?? throw new UnauthorisedException("The session does not exist any more.");
        return new ClaimValue<long>(session.TimeCreated);
    }
}
