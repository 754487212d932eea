namespace SuperTokens.Templates.Tests.Packed;

/// <summary>One generated app.</summary>
/// <param name="Name">Its project name.</param>
/// <param name="BasePath">Where it serves sign-up and the rest.</param>
/// <param name="Options">What <c>dotnet new</c> is given; <c>{core}</c> stands for the core's address.</param>
internal sealed record AppCase(string Name, string BasePath, params string[] Options)
{
    /// <summary>Together they have every value of every option.</summary>
    internal static readonly IReadOnlyList<AppCase> All =
    [
        new("Default.Api", "/auth"),
        new("Odd Name-1", "/api/auth", "--appName", "Ben & \"Co\" </script> $(x) {{y}}", "--apiBasePath", "/api/auth", "--websiteBasePath", "/signin", "--no-https"),
        new("Public.Api", "", "--apiDomain", "https://api.example.com", "--websiteDomain", "https://example.com", "--apiBasePath", "/"),
        new("Embedded.Api", "/auth", "--core", "embedded", "--apiDomain", "http://localhost:3001", "--framework", "net10.0", "--includeTests", "--recipes", "thirdparty", "accountlinking"),
        new("Docker.Api", "/auth", "--core", "docker", "--connectionUri", "{core}"),
        new("SelfHosted.Api", "/auth", "--core", "self-hosted", "--connectionUri", "{core}/base", "--appId", "shop", "--includeTests", "--recipes", "passwordless", "emailverification"),
        new("Recipes.Api", "/auth", ["--includeTests", "--recipes", .. RecipeSet.Names]),
        new("Managed.Api", "/auth", "--core", "managed", "--connectionUri", "{core}/managed"),
    ];

    internal bool IncludesTests => Options.Contains("--includeTests");

    /// <summary>The folder of the app's project, below the folder for apps.</summary>
    internal string ProjectFolder => IncludesTests ? Path.Combine(Name, "src", Name) : Name;

    internal IEnumerable<string> Projects => IncludesTests
        ? [Path.Combine(ProjectFolder, Name + ".csproj"), Path.Combine(Name, "tests", Name + ".Tests", Name + ".Tests.csproj")]
        : [Path.Combine(ProjectFolder, Name + ".csproj")];
}
