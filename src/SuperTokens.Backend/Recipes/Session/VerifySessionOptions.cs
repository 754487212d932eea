namespace SuperTokens.Backend.Recipes.Session;

/// <summary>How a request's session is verified.</summary>
public sealed record VerifySessionOptions
{
    /// <summary>Whether a request without a session is refused (401). Default: true.</summary>
    public bool SessionRequired { get; init; } = true;

    /// <summary>Whether the anti-CSRF rule is applied. Default (null): to every method but GET.</summary>
    public bool? AntiCsrfCheck { get; init; }

    /// <summary>Whether the core is asked if the session still exists, which notices a revoked session at once. Default: false.</summary>
    public bool CheckDatabase { get; init; }

    /// <summary>Changes the claim validators for one call: gets the global ones and the session, returns those to use. Default: none.</summary>
    public Func<IReadOnlyList<SessionClaimValidator>, SessionContainer, CancellationToken, ValueTask<IReadOnlyList<SessionClaimValidator>>>? OverrideGlobalClaimValidators { get; init; }
}
