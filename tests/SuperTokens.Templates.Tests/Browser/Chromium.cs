namespace SuperTokens.Templates.Tests.Browser;

/// <summary>The browser on this machine. Nothing is downloaded.</summary>
internal static class Chromium
{
    private const string RequireVariable = "SUPERTOKENS_REQUIRE_CHROMIUM";

    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];

    /// <summary>Where it is, or null.</summary>
    internal static string? Path { get; } = Find();

    /// <summary>Why tests are skipped; null where they run, or must.</summary>
    internal static string? Skip { get; } = Path is null && Environment.GetEnvironmentVariable(RequireVariable) != "1"
        ? $"Chromium is not installed. With {RequireVariable}=1 that is a failure."
        : null;

    private static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        return folders.SelectMany(folder => s_names.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
