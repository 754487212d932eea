namespace SuperTokens.Build.Alike;

/// <summary>
/// The files of the templates that are meant to be alike: those of <see cref="Source"/>, but for <see cref="AllowedDifferences.All"/>. Each template's
/// folder is complete, so they are copies.
/// </summary>
/// <param name="templates">The folder of the templates.</param>
/// <param name="allowed">What may differ.</param>
public sealed class AlikeFiles(string templates, IReadOnlyList<AllowedDifference> allowed)
{
    /// <summary>The template that the others are compared with.</summary>
    public const string Source = "webapi";

    /// <summary>The templates that are like it.</summary>
    public static readonly IReadOnlyList<string> Copies = ["minimalapi", "mvc", "functions"];

    private static readonly string[] s_tables = ["forms", "symbols", "symbolInfo"];

    private readonly HashSet<(AllowedDifference Difference, string Template)> _found = [];

    /// <summary>What a template should hold.</summary>
    /// <param name="template">One of <see cref="Copies"/>.</param>
    /// <returns>The content of each file that has something of the first template's, by its path below the template's folder.</returns>
    public IReadOnlyDictionary<string, byte[]> Expected(string template)
    {
        var expected = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in Paths(Source))
        {
            var source = File.ReadAllBytes(Full(Source, path));
            var copy = Read(template, path) ?? [];
            if (copy.AsSpan().SequenceEqual(source) || !IsAllowed(template, path))
            {
                expected[path] = Text.Split(path) is null ? source : Text.Bytes(Merge(template, path, Text.Of(source), Text.Of(copy)));
            }
        }

        return expected;
    }

    /// <summary>Where a template is not what it should be.</summary>
    /// <param name="template">One of <see cref="Copies"/>.</param>
    /// <returns>The paths of the files below the template's folder.</returns>
    public IReadOnlyList<string> Differences(string template)
        => [.. Expected(template).Where(file => !file.Value.AsSpan().SequenceEqual(Read(template, file.Key))).Select(file => file.Key)];

    /// <summary>What may differ and does not, so that it can go.</summary>
    /// <returns>The path of each and the template.</returns>
    public IReadOnlyList<string> Needless()
    {
        _found.Clear();
        foreach (var template in Copies)
        {
            _ = Expected(template);
        }

        return [.. from difference in allowed
                   from template in difference.Templates
                   where !_found.Contains((difference, template))
                   select $"{template}: {difference.Path}"];
    }

    /// <summary>Makes a template what it should be.</summary>
    /// <param name="template">One of <see cref="Copies"/>.</param>
    /// <returns>The paths of the files that were written.</returns>
    public IReadOnlyList<string> Copy(string template)
    {
        var differences = Differences(template);
        var expected = Expected(template);
        foreach (var path in differences)
        {
            var target = Full(template, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, expected[path]);
        }

        return differences;
    }

    /// <summary>The source's parts in the source's order, but for what differs; what only the copy has stays after what it stands after there.</summary>
    private string Merge(string template, string path, string source, string copy)
    {
        var split = Text.Split(path)!;
        var theirs = split(copy.Length == 0 ? source : copy);
        var ours = split(source);
        var parts = ours.Parts.Select(part => Part(template, path, part, theirs.Parts.FirstOrDefault(other => other.Name == part.Name))).OfType<TextPart>().ToList();
        foreach (var (index, part) in theirs.Parts.Index().Where(other => ours.Parts.All(part => part.Name != other.Item.Name)))
        {
            if (IsAllowed(template, Name(path, part.Name)))
            {
                var before = theirs.Parts.Take(index).LastOrDefault(other => parts.Exists(kept => kept.Name == other.Name));
                parts.Insert(before is null ? 0 : parts.FindIndex(kept => kept.Name == before.Name) + 1, part);
            }
        }

        var head = ours.Head == theirs.Head || !IsAllowed(template, Name(path, "head")) ? ours.Head : theirs.Head;
        return (ours with { Head = head, Parts = parts }).ToString();
    }

    private TextPart? Part(string template, string path, TextPart ours, TextPart? theirs)
    {
        if (theirs == ours)
        {
            return ours;
        }

        var name = Name(path, ours.Name);
        if (theirs is not null && s_tables.Contains(ours.Name) && path.EndsWith(".json", StringComparison.Ordinal) && JsonParts.Value(ours).StartsWith('{'))
        {
            return JsonParts.WithValue(ours, Merge(template, name, JsonParts.Value(ours), JsonParts.Value(theirs)));
        }

        return IsAllowed(template, name) ? theirs : ours;
    }

    private static string Name(string path, string part) => path + (path.Contains('#', StringComparison.Ordinal) ? "/" : "#") + part;

    private bool IsAllowed(string template, string path)
    {
        var covering = allowed.Where(difference => difference.Covers(template, path)).ToList();
        _found.UnionWith(covering.Select(difference => (difference, template)));
        return covering.Count > 0;
    }

    private IEnumerable<string> Paths(string template)
    {
        var folder = Full(template, string.Empty);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);
    }

    private byte[]? Read(string template, string path) => File.Exists(Full(template, path)) ? File.ReadAllBytes(Full(template, path)) : null;

    private string Full(string template, string path) => Path.Combine(templates, template + "-supertokens", path);

    private static class Text
    {
        /// <summary>How a file is taken apart; null for one that is alike as a whole.</summary>
        internal static Func<string, PartedText>? Split(string path) => Path.GetExtension(path.Split('#')[0]) switch
        {
            ".json" when path.StartsWith(".template.config/", StringComparison.Ordinal) => JsonParts.Split,
            ".md" => MarkdownParts.Split,
            _ => null,
        };

        internal static string Of(byte[] content) => System.Text.Encoding.UTF8.GetString(content);

        internal static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
    }
}
