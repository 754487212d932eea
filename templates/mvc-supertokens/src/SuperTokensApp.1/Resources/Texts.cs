namespace SuperTokensApp._1.Resources;

/// <summary>The texts of the pages: Texts.resx, and Texts.de.resx and so on for other languages.</summary>
public sealed class Texts;
