using System.Text.Json;
using System.Text.RegularExpressions;
using SuperTokens.Templates.Tests.Engine;
using SuperTokens.Templates.Tests.Pages;

namespace SuperTokens.Templates.Tests;

/// <summary>The pages of docs/templates/ show what the templates make. After a change that was meant: <c>dotnet eng/build.cs update-snapshots</c>.</summary>
public sealed partial class TemplateDocsTests(TemplateEngine engine) : IClassFixture<TemplateEngine>
{
    private const string Packages = ".supertokens/feed/";

    [Theory]
    [EachTemplate]
    public async Task A_page_shows_the_files_and_the_program_that_its_template_makes(string template)
    {
        var app = await engine.GenerateAsync(template, "Acme");
        var page = TemplatePage.Read(template);
        var files = app.Files.Keys.Select(path => path.StartsWith(Packages, StringComparison.Ordinal) ? Packages : path);
        var tree = FileTree.Draw("Acme", files, FileTree.Notes(page.Section("tree")));

        IsCurrent(template, page, page.With("tree", $"```text\n{tree}```\n").With("program", $"```csharp\n{app.Text("Program.cs")}```\n"));
    }

    [Theory]
    [EachTemplate]
    public void A_page_has_the_options_as_help_explains_them(string template)
    {
        var page = TemplatePage.Read(template);
        var rows = TemplateFiles.Options(template).Select(Row);

        IsCurrent(template, page, page.With("options", $"| option | meaning | default |\n|---|---|---|\n{string.Concat(rows)}"));
    }

    [Theory]
    [EachTemplate]
    public void Each_document_names_the_template(string template)
    {
        var name = TemplateNames.ShortName(template);

        Assert.Contains($"[`{name}`](docs/templates/{template}.md)", Read("README.md"), StringComparison.Ordinal);
        Assert.Contains($"[`{name}`]({template}.md)", Read("docs/templates/README.md"), StringComparison.Ordinal);
        Assert.Contains($"| `{name}` |", Read("docs/templates/package-readme.md"), StringComparison.Ordinal);
        Assert.StartsWith($"# {name}\n", TemplatePage.Read(template).Text, StringComparison.Ordinal);
    }

    [Theory]
    [EachTemplate]
    public void Each_option_in_a_command_exists(string template)
    {
        var options = TemplateFiles.Options(template).Select(option => OptionNames.Of(option.Name)).Append("help").ToHashSet();

        Assert.All(
            CommandPattern().Matches(TemplatePage.Read(template).Text).SelectMany(command => OptionPattern().Matches(command.Value)),
            option => Assert.Contains(option.Groups[1].Value, options));
    }

    [Fact]
    public void A_tree_is_drawn_with_its_notes_and_read_again()
    {
        var notes = new Dictionary<string, string> { ["b/"] = "a folder", ["b/c/d.cs"] = "a file", ["packages/"] = "not shown" };

        var tree = FileTree.Draw("App", ["a.cs", "b/e.cs", "b/c/d.cs", "packages/"], notes);

        Assert.Equal(
            """
            App/
            ├── b/            # a folder
            │   ├── c/
            │   │   └── d.cs  # a file
            │   └── e.cs
            ├── packages/     # not shown
            └── a.cs

            """,
            tree);
        Assert.Equal(notes.OrderBy(note => note.Key), FileTree.Notes(tree).OrderBy(note => note.Key));
    }

    private static void IsCurrent(string template, TemplatePage page, TemplatePage expected)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(TemplatePage.PathOf(template), expected.Text);
            return;
        }

        Assert.Equal(expected.Text, page.Text);
    }

    private static string Row(JsonProperty option)
    {
        var values = TemplateFiles.Choices(option).Select(choice => $"`{TemplateFiles.Text(choice, "choice")}` ({Markdown(TemplateFiles.Text(choice, "displayName"))})").ToList();
        var meaning = Markdown(TemplateFiles.Text(option.Value, "description")) + (values.Count == 0 ? string.Empty : $" Values: {string.Join(", ", values)}.");
        var standard = TemplateFiles.Text(option.Value, "defaultValue") switch
        {
            "" => string.Empty,
            "false" => "off",
            var value => $"`{value}`",
        };
        return $"| `--{OptionNames.Of(option.Name)}` | {meaning} | {standard} |\n";
    }

    private static string Markdown(string text) => text.Replace("<", "\\<", StringComparison.Ordinal);

    private static string Read(string document) => File.ReadAllText(Path.Combine(TestPaths.Root, document));

    [GeneratedRegex(@"dotnet new supertokens-.*")]
    private static partial Regex CommandPattern();

    [GeneratedRegex(@"(?<=\s)--([\w-]+)")]
    private static partial Regex OptionPattern();
}
