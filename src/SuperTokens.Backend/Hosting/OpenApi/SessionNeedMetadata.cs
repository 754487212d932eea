namespace SuperTokens.Backend.Hosting.OpenApi;

/// <summary>Says what an endpoint needs of the caller's session, where nothing else tells.</summary>
/// <param name="Need">What it needs.</param>
internal sealed record SessionNeedMetadata(SessionNeed Need);
