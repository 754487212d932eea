using System.Text;
using System.Text.RegularExpressions;

namespace SuperTokens.Templates.Tests.Pages;

/// <summary>A drawing of folders and files, with a note behind those that have one.</summary>
internal static partial class FileTree
{
    private const string Space = "    ";

    /// <summary>Draws a tree: folders first, then files, by name.</summary>
    /// <param name="root">What stands at the top.</param>
    /// <param name="paths">The files, with <c>/</c>; a path that ends with one is a folder whose files are not shown.</param>
    /// <param name="notes">What to say about a file or, ending with <c>/</c>, a folder.</param>
    internal static string Draw(string root, IEnumerable<string> paths, IReadOnlyDictionary<string, string> notes)
    {
        var lines = new List<(string Drawn, string Path)>();
        Add(lines, string.Empty, string.Empty, [.. paths.Distinct()]);
        var width = lines.Max(line => line.Drawn.Length);
        var tree = new StringBuilder(root + "/\n");
        foreach (var (drawn, path) in lines)
        {
            tree.Append(notes.TryGetValue(path, out var note) ? $"{drawn.PadRight(width)}  # {note}" : drawn).Append('\n');
        }

        return tree.ToString();
    }

    /// <summary>The notes of a drawn tree, by path.</summary>
    internal static IReadOnlyDictionary<string, string> Notes(string tree)
    {
        var notes = new Dictionary<string, string>();
        var folders = new List<string>();
        foreach (Match line in LinePattern().Matches(tree))
        {
            var depth = line.Groups["indent"].Length / Space.Length;
            folders.RemoveRange(depth, folders.Count - depth);
            folders.Add(line.Groups["name"].Value);
            if (line.Groups["note"].Success)
            {
                notes[string.Concat(folders)] = line.Groups["note"].Value;
            }
        }

        return notes;
    }

    private static void Add(List<(string Drawn, string Path)> lines, string indent, string folder, IReadOnlyList<string> paths)
    {
        var entries = paths.GroupBy(path => path.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? path[..(slash + 1)] : path)
            .OrderBy(entry => !entry.Key.EndsWith('/')).ThenBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var entry in entries)
        {
            var isLast = entry == entries[^1];
            lines.Add((indent + (isLast ? "└── " : "├── ") + entry.Key, folder + entry.Key));
            var below = entry.Select(path => path[entry.Key.Length..]).Where(path => path.Length > 0).ToList();
            Add(lines, indent + (isLast ? Space : "│   "), folder + entry.Key, below);
        }
    }

    [GeneratedRegex(@"^(?<indent>(?:│   |    )*)(?:├|└)── (?<name>\S+)(?:\s+# (?<note>.*))?$", RegexOptions.Multiline)]
    private static partial Regex LinePattern();
}
