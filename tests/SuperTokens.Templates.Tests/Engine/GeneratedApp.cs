using Microsoft.TemplateEngine.Abstractions;
using Microsoft.TemplateEngine.Edge.Template;

namespace SuperTokens.Templates.Tests.Engine;

/// <summary>What the engine made.</summary>
/// <param name="Status">Whether it did, and why not.</param>
/// <param name="Error">What a person reads when it did not.</param>
/// <param name="PrimaryOutputs">What is restored, and what an IDE opens.</param>
/// <param name="PostActions">What the host does next.</param>
/// <param name="Files">The files by path, with <c>/</c>.</param>
internal sealed record GeneratedApp(
    CreationResultStatus Status,
    string? Error,
    IReadOnlyList<string> PrimaryOutputs,
    IReadOnlyList<IPostAction> PostActions,
    IReadOnlyDictionary<string, byte[]> Files)
{
    internal string Text(string path) => System.Text.Encoding.UTF8.GetString(Files[path]);

    internal static IReadOnlyDictionary<string, byte[]> Read(string folder)
        => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
}
