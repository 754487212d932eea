namespace SuperTokensApp._1.Models;

/// <summary>The way back to a page after its session has been refreshed.</summary>
/// <param name="ReturnUrl">Where to: an address of this site.</param>
public sealed record ContinuePage(string ReturnUrl);
