namespace SuperTokens.Backend.Hosting.OpenApi;

/// <summary>What an application's own endpoints take.</summary>
public sealed record DescribedNote(string Text);
