using System.Text.Json;

namespace SuperTokens.Templates.Tests.Packed;

/// <summary>A compose file, as far as the templates use YAML: maps, lists and texts on one line.</summary>
internal sealed class ComposeFile
{
    private readonly Dictionary<string, string> _values = [];

    private ComposeFile()
    {
    }

    /// <summary>The paths of all values, such as <c>services.db.image</c>; items of lists are numbered.</summary>
    internal IEnumerable<string> Paths => _values.Keys;

    /// <summary>A value; empty for a key without one.</summary>
    internal string this[string path] => _values.TryGetValue(path, out var value) ? value : throw new KeyNotFoundException($"compose.yaml has no {path}.");

    internal static ComposeFile Parse(string text)
    {
        var file = new ComposeFile();
        var parents = new Stack<(int Indent, string Path)>();
        foreach (var line in text.Split('\n').Where(line => line.Trim() is { Length: > 0 } content && !content.StartsWith('#')))
        {
            var content = line.TrimStart();
            var indent = line.Length - content.Length;
            while (parents.TryPeek(out var parent) && parent.Indent >= indent)
            {
                parents.Pop();
            }

            var prefix = parents.TryPeek(out var above) ? above.Path + "." : string.Empty;
            var (key, value) = content.StartsWith("- ", StringComparison.Ordinal)
                ? (file.Names(above.Path).Count().ToString(provider: null), content[2..])
                : (content.Split(':')[0], content[(content.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            file._values[prefix + key] = Scalar(value.Trim());
            parents.Push((indent, prefix + key));
        }

        return file;
    }

    /// <summary>The names right below a path.</summary>
    internal IEnumerable<string> Names(string path)
        => _values.Keys.Where(key => key.StartsWith(path + ".", StringComparison.Ordinal)).Select(key => key[(path.Length + 1)..].Split('.')[0]).Distinct();

    private static string Scalar(string text) => text.StartsWith('"') ? JsonSerializer.Deserialize<string>(text)! : text;
}
