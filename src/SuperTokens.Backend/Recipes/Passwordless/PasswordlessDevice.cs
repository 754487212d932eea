using System.Collections.Immutable;

namespace SuperTokens.Backend.Recipes.Passwordless;

/// <summary>An attempt to sign in that is under way: one browser or app that asked for a code.</summary>
public sealed record PasswordlessDevice
{
    /// <summary>The attempt's id.</summary>
    public required string PreAuthSessionId { get; init; }

    /// <summary>How many wrong codes were typed.</summary>
    public required int FailedCodeInputAttemptCount { get; init; }

    /// <summary>Where its codes go.</summary>
    public required PasswordlessContact Contact { get; init; }

    /// <summary>Its codes; empty where only the attempt itself was asked for.</summary>
    public ImmutableArray<PasswordlessDeviceCode> Codes { get; init; } = [];
}
