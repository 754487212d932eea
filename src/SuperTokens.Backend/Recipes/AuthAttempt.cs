using System.Collections.Immutable;
using SuperTokens.Backend.Users;

namespace SuperTokens.Backend.Recipes;

/// <summary>What a sign-in recipe knows of an attempt before anything is written.</summary>
/// <param name="RecipeId">The recipe, such as <c>passwordless</c>.</param>
/// <param name="AccountInfo">What the login method is, or will be, known by.</param>
/// <param name="FactorIds">The factors the attempt can count as; one of them must be allowed.</param>
internal sealed record AuthAttempt(string RecipeId, AccountInfo AccountInfo, ImmutableArray<string> FactorIds)
{
    /// <summary>The user who has the login method, or null when it will be created.</summary>
    public User? AuthenticatingUser { get; init; }

    /// <summary>Whether the login method will be created.</summary>
    public bool IsSignUp { get; init; }

    /// <summary>Whether the login method is verified, or will be when it is created.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Whether the credentials themselves prove the address, as a code sent to it does.</summary>
    public bool SignInVerifiesLoginMethod { get; init; }

    /// <summary>Whether the session's user must be left as they are: true where the attempt only begins, as when a code is asked for.</summary>
    public bool SkipSessionUserUpdate { get; init; }
}
