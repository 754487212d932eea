using System.Reflection;
using System.Text.RegularExpressions;
using SuperTokens.Backend.Configuration;
using SuperTokens.Testing;

namespace SuperTokens.Backend.Docs;

/// <summary>What the pages must have, and where their links lead.</summary>
public sealed partial class CompletenessTests
{
    public static TheoryData<Type> Options
        => [.. typeof(SuperTokensOptions).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))];

    public static TheoryData<string> Pages =>
    [
        "SECURITY.md", "src/SuperTokens.Backend/README.md", "src/SuperTokens.EmbeddedCore/README.md",
        .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Root, file)),
    ];

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_option_is_on_its_page(Type options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var path = PageOf(options.Namespace!.Split('.'));
        var page = File.ReadAllText(Path.Combine(Repository.Root, path));
        Assert.All(
            options.GetProperties(BindingFlags.Public | BindingFlags.Instance),
            property => Assert.True(Regex.IsMatch(page, $@"\b{property.Name}\b"), $"{path} does not say what {options.Name}.{property.Name} is."));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_a_file_leads_to_one(string page)
    {
        var file = Path.Combine(Repository.Root, page);
        Assert.All(
            LinkTargets().Matches(File.ReadAllText(file)).Select(match => match.Groups["path"].Value),
            path => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, path)), $"{page} has a link to {path}, which is not there."));
    }

    // The settings that are no recipe's own are on the page of the package.
    private static string PageOf(string[] names) => names switch
    {
        [.., "Recipes", "Jwt"] => "docs/recipes/README.md",
        [.., "Recipes", var recipe] => $"docs/recipes/{recipe.ToLowerInvariant()}.md",
        [.., "Delivery"] => "docs/delivery.md",
        [.., "RateLimiting"] => "docs/abuse.md",
        [.., "Diagnostics"] => "docs/observability.md",
        _ => "src/SuperTokens.Backend/README.md",
    };

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<path>[^)#\s]+)")]
    private static partial Regex LinkTargets();
}
