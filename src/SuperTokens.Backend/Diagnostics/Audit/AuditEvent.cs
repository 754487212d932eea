using System.Collections.Immutable;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>
/// Something that happened to somebody's account or session, for a record of who did what. Each case is a record of its own; no event
/// ever holds an address, a phone number, a password, a token or a code. An <see cref="IAuditSink"/> gets them.
/// </summary>
public abstract record AuditEvent
{
    private AuditEvent()
    {
    }

    /// <summary>The case's name, such as <c>SignedIn</c>: stable, for what is stored.</summary>
    public string Name => GetType().Name;

    /// <summary>When it happened.</summary>
    public DateTimeOffset Time { get; internal init; }

    /// <summary>The tenant; null where it happened in none or it is not known.</summary>
    public string? TenantId { get; internal init; }

    /// <summary>The recipe, such as <c>emailpassword</c>; null where it has no part in it.</summary>
    public string? RecipeId { get; internal init; }

    /// <summary>The user's (primary) id; null where nobody is known, as after a sign-in that failed.</summary>
    public string? UserId { get; internal init; }

    /// <summary>The login method's id (recipe user id); null where it is none's matter.</summary>
    public string? RecipeUserId { get; internal init; }

    /// <summary>The session's handle; null without one.</summary>
    public string? SessionHandle { get; internal init; }

    /// <summary>The trace it belongs to, as 32 hexadecimal digits (W3C); null outside a trace.</summary>
    public string? TraceId { get; internal init; }

    /// <summary>The caller's IP address; null unless the application asked for it with <c>AddAuditClientAddress()</c>, and outside a request.</summary>
    public string? ClientAddress { get; internal init; }

    /// <summary>Somebody signed up through the API.</summary>
    /// <param name="ProviderId">The provider they came from, or null.</param>
    public sealed record SignedUp(string? ProviderId = null) : AuditEvent;

    /// <summary>An attempt to sign up was refused.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record SignUpFailed(AuthFailure Reason) : AuditEvent;

    /// <summary>Somebody signed in through the API.</summary>
    /// <param name="ProviderId">The provider they came from, or null.</param>
    public sealed record SignedIn(string? ProviderId = null) : AuditEvent;

    /// <summary>An attempt to sign in was refused. Also attempts with a provider or without a password that may have been to sign up.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="ProviderId">The provider they came from, or null.</param>
    public sealed record SignInFailed(AuthFailure Reason, string? ProviderId = null) : AuditEvent;

    /// <summary>Somebody signed out through the API. <see cref="SessionsRevoked"/> tells what ended.</summary>
    public sealed record SignedOut : AuditEvent;

    /// <summary>A session's refresh token was used after its successor: somebody may have stolen it. The answer to the request revokes the session.</summary>
    public sealed record TokenTheftDetected : AuditEvent;

    /// <summary>Sessions were ended, by whatever part of the application.</summary>
    /// <param name="SessionHandles">Their handles.</param>
    public sealed record SessionsRevoked(ImmutableArray<string> SessionHandles) : AuditEvent;

    /// <summary>A request was refused because claims of its session are not as required.</summary>
    /// <param name="ClaimIds">The ids of the validators that refused it.</param>
    public sealed record ClaimRefused(ImmutableArray<string> ClaimIds) : AuditEvent;

    /// <summary>Somebody set a new password with a mailed link. <see cref="PasswordChanged"/> comes before it, unless it is their first.</summary>
    public sealed record PasswordReset : AuditEvent;

    /// <summary>A request was refused because a rate limit was reached. Whose account it was about is not said.</summary>
    /// <param name="Limit">The setting of the limit, such as <c>FailedAttemptsPerAccount</c>.</param>
    public sealed record RateLimited(string Limit) : AuditEvent;

    /// <summary>A login method got another password, by whatever part of the application.</summary>
    public sealed record PasswordChanged : AuditEvent;

    /// <summary>A login method got another e-mail address or phone number.</summary>
    public sealed record ContactChanged : AuditEvent;

    /// <summary>A login method's e-mail address was verified.</summary>
    public sealed record EmailVerified : AuditEvent;

    /// <summary>A user got a role or lost one.</summary>
    /// <param name="Role">The role.</param>
    /// <param name="Added">Whether they got it.</param>
    public sealed record RolesChanged(string Role, bool Added) : AuditEvent;

    /// <summary>A login method was linked to a primary user.</summary>
    public sealed record AccountsLinked : AuditEvent;

    /// <summary>A login method was separated from its primary user.</summary>
    /// <param name="WasDeleted">Whether it was deleted, as it is when the primary user has its id.</param>
    public sealed record AccountsUnlinked(bool WasDeleted) : AuditEvent;

    /// <summary>A user was deleted, or one of their login methods.</summary>
    /// <param name="WithLinkedAccounts">Whether all linked login methods were deleted with it.</param>
    public sealed record UserDeleted(bool WithLinkedAccounts) : AuditEvent;
}
