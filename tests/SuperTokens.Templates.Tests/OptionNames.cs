namespace SuperTokens.Templates.Tests;

/// <summary>What an option is called on the command line.</summary>
internal static class OptionNames
{
    /// <summary>The name without the dashes: the symbol's own, but for the two whose symbol Visual Studio knows by another name.</summary>
    internal static string Of(string symbol) => symbol switch
    {
        "Framework" => "framework",
        "NoHttps" => "no-https",
        _ => symbol,
    };
}
