using System.Text.Json;

namespace SuperTokens.Templates.Tests;

/// <summary>A template's <c>.template.config</c> folder, read.</summary>
internal static class TemplateFiles
{
    /// <summary>The folder.</summary>
    internal static string Folder(string template) => Path.Combine(TemplateNames.Folder(template), ".template.config");

    /// <summary>A file of the folder, such as <c>template.json</c>.</summary>
    internal static JsonElement Read(string template, string file)
        => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(template), file))).RootElement;

    /// <summary>The symbols people choose a value for, in the order of <c>template.json</c>.</summary>
    internal static IReadOnlyList<JsonProperty> Options(string template)
        => [.. Read(template, "template.json").GetProperty("symbols").EnumerateObject().Where(symbol => Text(symbol.Value, "type") == "parameter")];

    /// <summary>The values of an option that has a fixed set of them.</summary>
    internal static IEnumerable<JsonElement> Choices(JsonProperty option)
        => option.Value.TryGetProperty("choices", out var choices) ? choices.EnumerateArray() : [];

    /// <summary>A property that is a string; empty where there is none.</summary>
    internal static string Text(JsonElement element, string property)
        => element.TryGetProperty(property, out var value) ? value.GetString()! : string.Empty;
}
