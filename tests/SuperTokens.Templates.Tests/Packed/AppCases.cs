namespace SuperTokens.Templates.Tests.Packed;

/// <summary>The apps that are generated, built, run and used. Those of a template have every value of every option (a test counts).</summary>
internal static class AppCases
{
    /// <summary>Nothing listens there, as when a server of several is down.</summary>
    private const string DownCore = "http://127.0.0.1:9";

    internal static readonly IReadOnlyList<AppCase> All = [.. TemplateNames.All.SelectMany(OptionsOf), .. PairsOf(TemplateNames.WebApi)];

    internal static AppCase Get(string name) => All.Single(app => app.Name == name);

    /// <summary>The case of a template by the first word of its name, such as <c>Default</c>.</summary>
    internal static AppCase Get(string template, string word) => All.Single(app => app.Template == template && app.Name.Split('.')[0] == word);

    /// <summary>Each recipe alone, and all of them; every other option beside one of them.</summary>
    private static IEnumerable<AppCase> OptionsOf(string template)
    {
        // A site serves its own pages.
        var website = template == TemplateNames.Mvc ? "https://api.example.com" : "https://example.com";
        AppCase Case(string name, params string[] options) => new(template, $"{name}.{Pascal(template)}", options);

        return
        [
            // The packages are restored by 'dotnet new' itself here, and with all others below.
            Case("Default"),
            Case(
                "Odd Name-1",
                ["--appName", "Ben & \"Co\" </script> $(x) {{y}}", "--apiBasePath", "/api/auth", "--websiteBasePath", "/signin", "--recipes", "passwordless", "--includeTests", "--skipRestore"]),
            Case("Public", ["--apiDomain", "https://api.example.com", "--websiteDomain", website, "--apiBasePath", "/", "--recipes", "thirdparty", "--includeTests", "--skipRestore"]),
            Case("Embedded", ["--core", "embedded", "--apiDomain", "http://localhost:3001", "--framework", "net10.0", "--includeTests", "false", "--openTelemetry", "false", "--recipes", "usermetadata", "--skipRestore"]),
            Case("Plain", ["--no-https", "--openTelemetry", "--recipes", "multitenancy", "--skipRestore"]),
            Case("Docker", ["--core", "docker", "--connectionUri", "{core}", "--recipes", "emailverification", "--skipRestore"]),
            Case("SelfHosted", ["--core", "self-hosted", "--connectionUri", $"{DownCore};{{core}}/base", "--appId", "shop", "--includeTests", "--recipes", "accountlinking", "--skipRestore"]),
            Case("Managed", ["--core", "managed", "--connectionUri", "{core}/managed", "--recipes", "userroles", "--skipRestore"]),
            Case("Full", ["--includeTests", "--recipes", .. RecipeSet.Names, "--skipRestore"]),

            // Controllers need reflection. AotTests publishes it.
            .. template == TemplateNames.MinimalApi ? [Case("Aot", ["--aot", "--skipRestore"])] : (AppCase[])[],
        ];
    }

    /// <summary>Each pair of recipes that comes to something else than one alone.</summary>
    private static IEnumerable<AppCase> PairsOf(string template)
    {
        var alone = RecipeSet.All.Where(set => set.Chosen.Count == 1).Select(set => string.Join('_', set.Added)).ToHashSet();
        return RecipeSet.All.Where(set => set.Chosen.Count == 2 && alone.Add(string.Join('_', set.Added))).Select(set =>
            new AppCase(template, "With_" + string.Join('_', set.Added), ["--recipes", .. set.Chosen]) { ByEngine = true });
    }

    private static string Pascal(string template) => char.ToUpperInvariant(template[0]) + template[1..];
}
