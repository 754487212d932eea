namespace SuperTokens.Templates.Tests.Packed;

/// <summary>One generated app.</summary>
/// <param name="Template">The template it is made from: one of <see cref="TemplateNames"/>.</param>
/// <param name="Name">Its project name.</param>
/// <param name="Options">What <c>dotnet new</c> is given; <c>{core}</c> stands for the core's address.</param>
internal sealed record AppCase(string Template, string Name, params IReadOnlyList<string> Options)
{
    /// <summary>
    /// Whether the template engine makes it in this process, where starting it costs nothing, instead of the command line. Default: false.
    /// </summary>
    internal bool ByEngine { get; init; }

    internal bool IncludesTests => Values("includeTests") is ["true"];

    internal bool HasEmbeddedCore => Values("core") is [] or ["embedded"];

    /// <summary>Where it serves sign-up and the rest.</summary>
    internal string ApiBasePath => Values("apiBasePath") is [var path] ? path : "/auth";

    /// <summary>Where the pages to sign in are.</summary>
    internal string WebsiteBasePath => Values("websiteBasePath") is [var path] ? path : "/auth";

    /// <summary>What <c>--recipes</c> is given.</summary>
    internal RecipeSet Recipes => Values("recipes") is [_, ..] chosen ? new RecipeSet(chosen) : new RecipeSet("emailpassword");

    /// <summary>The folder it is generated into, below the folder for apps.</summary>
    internal string Folder => Path.Combine(Template, Name);

    /// <summary>The project file, below the folder for apps.</summary>
    internal string Project => Path.Combine(IncludesTests ? Path.Combine(Folder, "src", Name) : Folder, Name + ".csproj");

    /// <summary>The folder of its tests, below the folder for apps.</summary>
    internal string TestFolder => Path.Combine(Folder, "tests", Name + ".Tests");

    internal IEnumerable<string> Projects => IncludesTests ? [Project, Path.Combine(TestFolder, Name + ".Tests.csproj")] : [Project];

    /// <summary>The values an option is given; none if it is left out, and <c>true</c> if it stands alone.</summary>
    internal IReadOnlyList<string> Values(string option)
    {
        var at = Options.ToList().IndexOf("--" + option);
        if (at < 0)
        {
            return [];
        }

        var values = Options.Skip(at + 1).TakeWhile(text => !text.StartsWith("--", StringComparison.Ordinal)).ToList();
        return values is [] ? ["true"] : values;
    }

    public override string ToString() => Name;
}
