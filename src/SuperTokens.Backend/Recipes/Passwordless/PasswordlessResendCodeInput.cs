using SuperTokens.Backend.Recipes.Session;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>What a request for another code asks for.</summary>
public sealed record PasswordlessResendCodeInput
{
    /// <summary>The secret of the browser or app where the attempt began.</summary>
    public required string DeviceId { get; init; }

    /// <summary>The attempt's id.</summary>
    public required string PreAuthSessionId { get; init; }

    /// <summary>The tenant: the session's when there is one, else the path's.</summary>
    public required string TenantId { get; init; }

    /// <summary>The session the caller already had, or null. Only read when the caller may want to link accounts.</summary>
    public SessionContainer? Session { get; init; }

    /// <summary>
    /// Whether the caller wants the account linked to the session's user; null when the frontend is older than FDI 3.1 and
    /// could not say.
    /// </summary>
    public bool? ShouldTryLinkingWithSessionUser { get; init; }

    /// <summary>Names the input; its secret stays out of logs.</summary>
    /// <returns>The tenant of the input.</returns>
    public override string ToString() => $"{nameof(PasswordlessResendCodeInput)} of tenant {TenantId}";
}
