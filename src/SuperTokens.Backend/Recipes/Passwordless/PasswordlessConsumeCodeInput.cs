using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What a sign-in with a code asks for.</summary>
public sealed record PasswordlessConsumeCodeInput
{
    /// <summary>The code.</summary>
    public required SubmittedCode Code { get; init; }

    /// <summary>The tenant: the session's when there is one, else the path's.</summary>
    public required string TenantId { get; init; }

    /// <summary>The session the caller already had, or null. Only read when the caller may want to link accounts.</summary>
    public SessionContainer? Session { get; init; }

    /// <summary>
    /// Whether the caller wants the account linked to the session's user; null when the frontend is older than FDI 3.1 and
    /// could not say.
    /// </summary>
    public bool? ShouldTryLinkingWithSessionUser { get; init; }

    /// <summary>Names the input; the code stays out of logs.</summary>
    /// <returns>The tenant of the input.</returns>
    public override string ToString() => $"{nameof(PasswordlessConsumeCodeInput)} of tenant {TenantId}";
}
