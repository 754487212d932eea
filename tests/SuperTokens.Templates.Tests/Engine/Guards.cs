using System.Text.Json;
using System.Text.RegularExpressions;

namespace SuperTokens.Templates.Tests.Engine;

/// <summary>What a template refuses, without the engine: its guards are patterns, and the names of their symbols are the messages.</summary>
internal sealed class Guards
{
    private readonly Dictionary<string, IReadOnlyList<Regex>> _patterns = [];

    internal Guards(string template)
    {
        using var definition = JsonDocument.Parse(File.ReadAllText(Path.Combine(TemplateNames.Folder(template), ".template.config", "template.json")));
        var forms = definition.RootElement.GetProperty("forms");
        foreach (var symbol in definition.RootElement.GetProperty("symbols").EnumerateObject().Where(symbol => symbol.Name.Contains(' ', StringComparison.Ordinal)))
        {
            var form = forms.GetProperty(symbol.Value.GetProperty("valueTransform").GetString()!);
            var steps = form.GetProperty("steps").EnumerateArray().Select(step => step.GetString()!).ToList();
            var refusals = steps.TakeWhile(step => step != "xmlEncode").Select(step => forms.GetProperty(step)).ToList();
            Assert.InRange(refusals.Count, 1, steps.Count - 1);
            Assert.All(refusals, refusal => Assert.Equal("\u0001", refusal.GetProperty("replacement").GetString()));
            _patterns[symbol.Name] = [.. refusals.Select(refusal => new Regex(refusal.GetProperty("pattern").GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)))];
        }
    }

    internal IReadOnlyCollection<string> Messages => _patterns.Keys;

    /// <summary>Whether what a guard looks at is refused.</summary>
    /// <param name="message">The start of the guard's message.</param>
    /// <param name="value">The value of the guard's source.</param>
    internal bool Refuses(string message, string value) => _patterns.Single(guard => guard.Key.StartsWith(message, StringComparison.Ordinal)).Value.Any(pattern => pattern.IsMatch(value));
}
