using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes;

/// <summary>What <see cref="AuthLinking.LinkAsync"/> came to.</summary>
internal abstract record AuthLinkingResult
{
    private AuthLinkingResult()
    {
    }

    /// <summary>The user is as they should be, linked or not.</summary>
    /// <param name="User">The user, with the login methods they have now.</param>
    public sealed record Ok(User User) : AuthLinkingResult;

    /// <summary>The login method should have been linked to the session's user, but could not be.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record LinkingToSessionUserFailed(LinkingFailure Reason) : AuthLinkingResult;
}
