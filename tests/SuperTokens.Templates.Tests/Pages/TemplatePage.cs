namespace SuperTokens.Templates.Tests.Pages;

/// <summary>A page of docs/templates/. What lies between <c>&lt;!-- x --&gt;</c> and <c>&lt;!-- /x --&gt;</c> is made from the template.</summary>
/// <param name="Text">All of it.</param>
internal sealed record TemplatePage(string Text)
{
    internal static string PathOf(string template) => Path.Combine(TestPaths.Root, "docs", "templates", template + ".md");

    internal static TemplatePage Read(string template) => new(File.ReadAllText(PathOf(template)));

    /// <summary>What a section holds.</summary>
    internal string Section(string name) => Text[Bounds(name)];

    /// <summary>The page with something else in a section.</summary>
    internal TemplatePage With(string name, string content)
    {
        var (start, length) = Bounds(name).GetOffsetAndLength(Text.Length);
        return new(Text[..start] + content + Text[(start + length)..]);
    }

    private Range Bounds(string name)
    {
        var start = $"<!-- {name} -->\n";
        var from = Text.IndexOf(start, StringComparison.Ordinal);
        var to = Text.IndexOf($"<!-- /{name} -->", StringComparison.Ordinal);
        Assert.True(from >= 0 && to > from, $"There is no section '{name}'.");
        return (from + start.Length)..to;
    }
}
