using SuperTokens.Backend.Recipes.AccountLinking;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes;

/// <summary>What an attempt is for: a session of its own, or another login method of the session's user.</summary>
internal abstract record AuthKind
{
    private AuthKind()
    {
    }

    /// <summary>It begins a session of its own.</summary>
    public sealed record FirstFactor : AuthKind;

    /// <summary>It is the session's user who signs in again.</summary>
    /// <param name="User">The user.</param>
    public sealed record SameUser(User User) : AuthKind;

    /// <summary>Its login method is to be linked to the session's user.</summary>
    /// <param name="SessionUser">The session's user, a primary user unless they had to be left as they are.</param>
    /// <param name="RequireVerification">Whether its address must be verified first.</param>
    public sealed record AddToSessionUser(User SessionUser, bool RequireVerification) : AuthKind;

    /// <summary>The session's user cannot become a primary user.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Failed(LinkingFailure Reason) : AuthKind;
}
