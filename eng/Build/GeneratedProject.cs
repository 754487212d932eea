using System.Text.Json;
using System.Text.RegularExpressions;

namespace SuperTokens.Build;

/// <summary>The project of a generated app.</summary>
/// <param name="path">The project file.</param>
public sealed partial class GeneratedProject(string path)
{
    /// <summary>The project file.</summary>
    public string Path => path;

    /// <summary>The folder it is in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(path)!;

    /// <summary>The app's dll, once it is built.</summary>
    public string Assembly
        => Directory.EnumerateFiles(
            System.IO.Path.Combine(Folder, "bin"),
            System.IO.Path.GetFileNameWithoutExtension(path) + ".dll",
            SearchOption.AllDirectories).First(dll => !dll.Contains($"{System.IO.Path.DirectorySeparatorChar}ref{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    /// <summary>Where it serves sign-up and the rest.</summary>
    public string ApiBasePath => Settings.GetProperty("AppInfo").GetProperty(nameof(ApiBasePath)).GetString()!;

    /// <summary>Where its own pages to sign in are; null when it has none, and leaves them to a website elsewhere.</summary>
    public string? PagesBasePath
        => Directory.Exists(System.IO.Path.Combine(Folder, "Views")) ? Settings.GetProperty("AppInfo").GetProperty("WebsiteBasePath").GetString()! : null;

    /// <summary>The address of its core; null when that is in the app.</summary>
    public string? ConnectionUri => Settings.TryGetProperty(nameof(ConnectionUri), out var uri) ? uri.GetString() : null;

    /// <summary>Where it listens when it is started by hand.</summary>
    public string LaunchUrl
    {
        get
        {
            var profile = Read("Properties/launchSettings.json").GetProperty("profiles").EnumerateObject().First().Value;
            return profile.TryGetProperty("applicationUrl", out var url) ? url.GetString()! : $"http://localhost:{Read("local.settings.json").GetProperty("Host").GetProperty("LocalHttpPort")}";
        }
    }

    /// <summary>What it has for people with the role <c>admin</c>; the Functions host keeps paths that begin so to itself.</summary>
    public string AdminPath => File.Exists(System.IO.Path.Combine(Folder, "host.json")) ? "/staff" : "/admin";

    /// <summary>Its recipes, as <c>--recipes</c> calls them.</summary>
    public IReadOnlyList<string> Recipes
        => [.. RecipePattern().Matches(SignInCode).Select(match => match.Groups[1].Value.ToLowerInvariant()).Where(recipe => recipe != "session")];

    /// <summary>The code that adds the recipes.</summary>
    private string SignInCode
        => Directory.EnumerateFiles(Folder, "*.cs").Select(File.ReadAllText).First(code => code.Contains(".AddSuperTokens(", StringComparison.Ordinal));

    private JsonElement Settings => Read("appsettings.json").GetProperty("SuperTokens");

    private JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(Folder, file)));
        return document.RootElement.Clone();
    }

    [GeneratedRegex(@"^ +\.Add(?!RateLimiting)(\w+)\(\)", RegexOptions.Multiline)]
    private static partial Regex RecipePattern();
}
