using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SuperTokens.Templates.Tests;

/// <summary>
/// A namespace hides a type of the same name, and a project hides a package: a project must not be called like what the generated code uses. The
/// names come from that code, so that it can change.
/// </summary>
public sealed partial class ReservedNameTests
{
    [Theory]
    [EachTemplate]
    public void A_project_is_not_called_like_a_type_that_the_app_uses(string template)
    {
        var sources = Sources(template).ToList();
        var imported = sources.SelectMany(source => UsingPattern().Matches(source.Text).Select(match => match.Groups[1].Value)).Concat(s_implicit).ToHashSet();
        var types = s_libraries.Value.Where(type => imported.Contains(type.Namespace)).Select(type => type.Name).ToHashSet();
        var own = sources.SelectMany(source => DeclarationPattern().Matches(source.Text).Select(match => (match.Groups[1].Value, source.Namespace)))
            .ToLookup(type => type.Value, type => type.Namespace);
        var hidden = sources
            .SelectMany(source => Words(source.Text).Where(word => types.Contains(word) || own[word].Any(space => space != source.Namespace)))
            .Append("Program").Distinct().Order(StringComparer.Ordinal);

        AllAreRefused(template, hidden);
    }

    [Theory]
    [EachTemplate]
    public void A_project_is_not_called_like_a_package_or_a_part_of_the_framework(string template)
    {
        var packages = Directory.EnumerateFiles(TemplateNames.Folder(template), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(path => XDocument.Load(path).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value));
        var framework = s_platform.Where(path => path.Contains("Microsoft.NETCore.App", StringComparison.Ordinal) || path.Contains("Microsoft.AspNetCore.App", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension);

        AllAreRefused(template, packages.Concat(framework)!);
    }

    private static readonly string[] s_platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private static readonly Lazy<HashSet<(string Namespace, string Name)>> s_libraries = new(() => [.. s_platform.SelectMany(Types)]);

    private static readonly string[] s_implicit =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Net.Http.Json", "System.Threading", "System.Threading.Tasks", "Xunit",
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    private static void AllAreRefused(string template, IEnumerable<string> names)
    {
        using var definition = JsonDocument.Parse(File.ReadAllText(Path.Combine(TemplateNames.Folder(template), ".template.config", "template.json")));
        var pattern = definition.RootElement.GetProperty("forms").GetProperty("refuseProjectName").GetProperty("pattern").GetString()!;
        var taken = names.Where(name => !Regex.IsMatch(name, pattern)).ToList();
        Assert.True(taken is [], $"Add to the form refuseProjectName of webapi-supertokens, then run dotnet eng/build.cs copy-shared: {string.Join('|', taken)}");
    }

    private static IEnumerable<(string Text, string Namespace)> Sources(string template)
        => from path in Directory.EnumerateFiles(TemplateNames.Folder(template), "*.cs*", SearchOption.AllDirectories)
           where path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal)
           let text = NoCodePattern().Replace(File.ReadAllText(path), " ")
           select (text, NamespacePattern().Match(text).Groups[1].Value);

    /// <summary>The words that may be a type: not after a dot, and not the start of a longer name such as <c>System.Text</c> in a using.</summary>
    private static IEnumerable<string> Words(string text) => WordPattern().Matches(UsingPattern().Replace(text, " ")).Select(match => match.Value);

    private static IEnumerable<(string Namespace, string Name)> Types(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata)
        {
            return [];
        }

        var reader = file.GetMetadataReader();
        return [.. reader.TypeDefinitions.Select(reader.GetTypeDefinition)
            .Where(type => (type.Attributes & System.Reflection.TypeAttributes.VisibilityMask) == System.Reflection.TypeAttributes.Public)
            .Select(type => (reader.GetString(type.Namespace), reader.GetString(type.Name).Split('`')[0]))];
    }

    [GeneratedRegex("""//[^\n]*|@\*.*?\*@|"(?:[^"\\\n]|\\.)*"|<[a-z][^>]*>""", RegexOptions.Singleline)]
    private static partial Regex NoCodePattern();

    [GeneratedRegex(@"(?m)^@?using (?:static )?([\w.]+);?")]
    private static partial Regex UsingPattern();

    [GeneratedRegex(@"(?m)^namespace ([\w.]+);")]
    private static partial Regex NamespacePattern();

    [GeneratedRegex(@"(?m)^(?:public |internal |sealed |static |abstract |partial )*(?:class|record|interface|struct|enum) (\w+)")]
    private static partial Regex DeclarationPattern();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*")]
    private static partial Regex WordPattern();
}
