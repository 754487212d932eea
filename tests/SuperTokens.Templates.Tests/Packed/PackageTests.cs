using System.IO.Compression;
using System.Xml.Linq;

namespace SuperTokens.Templates.Tests.Packed;

[Collection(PackedTemplates.Collection)]
[Trait("Speed", "Slow")]
public sealed class PackageTests(PackedTemplates templates)
{
    [Fact]
    public void The_pack_holds_the_templates_its_readme_icon_and_licence_and_no_build_output()
    {
        var entries = Entries();

        Assert.Contains("README.md", entries);
        Assert.Contains("icon.png", entries);
        Assert.Contains("LICENSE", entries);
        Assert.Contains("content/webapi-supertokens/.template.config/template.json", entries);
        Assert.Contains("content/webapi-supertokens/.gitignore", entries);
        Assert.DoesNotContain(entries, entry => entry.Contains("/bin/", StringComparison.Ordinal) || entry.Contains("/obj/", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, entry => entry.EndsWith(".dll", StringComparison.Ordinal) || entry.Contains("Directory.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_pack_says_what_it_is_and_depends_on_nothing()
    {
        using var pack = ZipFile.OpenRead(templates.Pack);
        using var stream = pack.GetEntry("SuperTokens.Templates.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;

        Assert.Equal("SuperTokens.Templates", Value("id"));
        Assert.Equal(templates.Version, Value("version"));
        Assert.Equal("Apache-2.0", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Null(Value("dependencies"));
        Assert.Equal("Template", metadata.Descendants().Single(e => e.Name.LocalName == "packageType").Attribute("name")!.Value);
    }

    [Fact]
    public void The_pack_carries_both_libraries_at_its_own_version_and_its_templates_ask_for_it()
    {
        var entries = Entries();

        Assert.Equal(
            [$"content/feed/SuperTokens.Backend.{templates.Version}.nupkg", $"content/feed/SuperTokens.EmbeddedCore.{templates.Version}.nupkg"],
            entries.Where(entry => entry.EndsWith(".nupkg", StringComparison.Ordinal)).Order());
        Assert.Contains($"Include=\"SuperTokens.Backend\" Version=\"{templates.Version}\"", Text("content/webapi-supertokens/src/SuperTokensApp.1/SuperTokensApp.1.csproj"), StringComparison.Ordinal);
        Assert.DoesNotContain(entries.Where(entry => entry.EndsWith(".csproj", StringComparison.Ordinal)), entry => Text(entry).Contains("0.0.0-supertokens", StringComparison.Ordinal));
    }

    private List<string> Entries()
    {
        using var pack = ZipFile.OpenRead(templates.Pack);
        return [.. pack.Entries.Select(entry => entry.FullName)];
    }

    private string Text(string path)
    {
        using var pack = ZipFile.OpenRead(templates.Pack);
        using var reader = new StreamReader(pack.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }
}
