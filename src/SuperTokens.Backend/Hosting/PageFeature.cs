namespace SuperTokens.Backend.Hosting;

/// <summary>Marks a request that a page of the application answers: there is no frontend SDK at its other end.</summary>
internal sealed record PageFeature;
