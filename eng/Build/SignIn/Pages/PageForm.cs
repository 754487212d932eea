using System.Net;
using System.Text.RegularExpressions;

namespace SuperTokens.Build.Pages;

/// <summary>A form of a page that is sent with POST.</summary>
/// <param name="html">Its element.</param>
internal sealed partial class PageForm(string html)
{
    /// <summary>Where it is sent; null for the page's own address.</summary>
    internal string? Action => Attribute(html[..html.IndexOf('>', StringComparison.Ordinal)], "action");

    /// <summary>What it sends without being asked, such as its antiforgery token.</summary>
    internal IReadOnlyList<(string Name, string Value)> Hidden
        => [.. Inputs().Where(input => Attribute(input, "type") == "hidden").Select(input => (Attribute(input, "name") ?? string.Empty, Attribute(input, "value") ?? string.Empty))];

    /// <summary>All forms of a page.</summary>
    internal static IEnumerable<PageForm> In(string page) => FormPattern().Matches(page).Select(match => new PageForm(match.Value));

    /// <summary>A value of an attribute in a tag; null if it has none.</summary>
    internal static string? Attribute(string tag, string name)
        => Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    /// <summary>Its input with a name; null if it has none.</summary>
    internal string? Input(string name) => Inputs().FirstOrDefault(input => Attribute(input, "name") == name);

    private IEnumerable<string> Inputs() => InputPattern().Matches(html).Select(match => match.Value);

    [GeneratedRegex("<form\\b[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormPattern();

    [GeneratedRegex("<input\\b[^>]*>", RegexOptions.Singleline)]
    private static partial Regex InputPattern();
}
