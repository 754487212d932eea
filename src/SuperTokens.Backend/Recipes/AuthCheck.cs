using System.Collections.Immutable;
using SuperTokens.Backend.Recipes.AccountLinking;

namespace SuperTokens.Backend.Recipes;

/// <summary>Whether an attempt may go on.</summary>
internal abstract record AuthCheck
{
    private AuthCheck()
    {
    }

    /// <summary>It may.</summary>
    /// <param name="ValidFactorIds">The factors of the attempt that are allowed, at least one.</param>
    /// <param name="IsFirstFactor">Whether it begins a session of its own, instead of adding to the caller's.</param>
    public sealed record Allowed(ImmutableArray<string> ValidFactorIds, bool IsFirstFactor) : AuthCheck;

    /// <summary>The login method must not be created.</summary>
    public sealed record SignUpNotAllowed : AuthCheck;

    /// <summary>The login method exists, but must not be used yet.</summary>
    public sealed record SignInNotAllowed : AuthCheck;

    /// <summary>The session's user cannot be linked to.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record LinkingToSessionUserFailed(LinkingFailure Reason) : AuthCheck;
}
