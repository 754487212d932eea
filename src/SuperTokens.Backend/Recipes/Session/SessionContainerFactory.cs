using SuperTokens.Backend.Core;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes.Session;

/// <summary>Makes session containers of what the core answers.</summary>
internal sealed class SessionContainerFactory(Lazy<ISessionRecipe> recipe, SessionTransfer transfer)
{
    /// <summary>A session just created or refreshed: all its tokens are new.</summary>
    /// <param name="answer">The core's answer.</param>
    /// <returns>The session.</returns>
    /// <exception cref="CoreException">The answer lacks something.</exception>
    public SessionContainer CreateNew(CoreSessionAnswer answer)
    {
        if (answer is not { Session: { } session, AccessToken: { } access, RefreshToken: { } refresh })
        {
            throw new CoreException("The SuperTokens core answered without a session or its tokens.");
        }

        var token = Read(access);
        return new SessionContainer(recipe, transfer, new SessionState(
            session.Handle,
            session.UserId,
            new RecipeUserId(session.RecipeUserId ?? session.UserId),
            session.TenantId ?? token.TenantId,
            access.Token,
            access.Expiry,
            token,
            refresh,
            answer.AntiCsrfToken,
            AreTokensNew: true));
    }

    /// <summary>A verified session.</summary>
    /// <param name="token">The verified access token.</param>
    /// <param name="antiCsrfToken">The session's anti-CSRF token, if it came with it.</param>
    /// <param name="answer">What the core said about it; null when it was not asked.</param>
    /// <returns>The session, with the core's new access token if it issued one.</returns>
    /// <exception cref="CoreException">The answer lacks something.</exception>
    public SessionContainer CreateVerified(AccessToken token, string? antiCsrfToken, CoreSessionAnswer? answer)
    {
        if (answer is null && antiCsrfToken is null)
        {
            return new SessionContainer(recipe, transfer, token.VerifiedState ??= VerifiedState(token));
        }

        var renewed = answer?.AccessToken is { } issued ? Read(issued) : null;
        var current = renewed ?? token;
        return new SessionContainer(recipe, transfer, new SessionState(
            answer?.Session?.Handle ?? token.SessionHandle,
            answer?.Session?.UserId ?? token.UserId,
            answer?.Session?.RecipeUserId is { } recipeUserId ? new RecipeUserId(recipeUserId) : token.RecipeUserId,
            answer?.Session?.TenantId ?? token.TenantId,
            current.Raw,
            answer?.AccessToken?.Expiry ?? token.Expiry,
            current,
            null,
            antiCsrfToken,
            AreTokensNew: renewed is not null));
    }

    private static SessionState VerifiedState(AccessToken token) => new(
        token.SessionHandle, token.UserId, token.RecipeUserId, token.TenantId, token.Raw, token.Expiry, token, null, null, AreTokensNew: false);

    /// <summary>Reads an access token the core just issued.</summary>
    /// <param name="issued">The token.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="CoreException">It is no access token.</exception>
    public static AccessToken Read(SessionToken issued)
        => AccessToken.TryRead(issued.Token, out var token) ? token : throw new CoreException("The SuperTokens core issued an access token of an unknown shape.");
}

/// <summary>What a session is made of.</summary>
/// <param name="Handle">The session's handle.</param>
/// <param name="UserId">The user's (primary) id.</param>
/// <param name="RecipeUserId">The login method.</param>
/// <param name="TenantId">The tenant.</param>
/// <param name="AccessToken">The access token.</param>
/// <param name="AccessTokenExpiry">When it expires, in milliseconds since the Unix epoch.</param>
/// <param name="Token">What it says. Other requests may have the same one.</param>
/// <param name="RefreshToken">The refresh token, when it is new.</param>
/// <param name="AntiCsrfToken">The anti-CSRF token, or null.</param>
/// <param name="AreTokensNew">Whether the tokens must reach the frontend.</param>
internal sealed record SessionState(
    string Handle,
    string UserId,
    RecipeUserId RecipeUserId,
    string TenantId,
    string AccessToken,
    long AccessTokenExpiry,
    AccessToken Token,
    SessionToken? RefreshToken,
    string? AntiCsrfToken,
    bool AreTokensNew)
{
    // Never the tokens: records print their properties.
    public override string ToString() => Handle;
}
