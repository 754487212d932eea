namespace SuperTokens.Build.Alike;

/// <summary>A part of a file.</summary>
/// <param name="Name">Unlike the others' in the file.</param>
/// <param name="Text">As it stands there.</param>
internal sealed record TextPart(string Name, string Text);
