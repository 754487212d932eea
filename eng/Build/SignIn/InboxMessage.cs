using System.Net;
using System.Text.RegularExpressions;

namespace SuperTokens.Build;

/// <summary>A mail or text message on the app's inbox page.</summary>
/// <param name="Link">The address its button opens; empty if it has none.</param>
/// <param name="Text">What it says.</param>
internal sealed partial record InboxMessage(string Link, string Text)
{
    /// <summary>The one-time code in it.</summary>
    internal string Code => CodePattern().Match(Text) is { Success: true } match ? match.Value : throw new BuildException($"No code in this message:\n\n{Text}");

    /// <summary>Finds the newest message to somebody.</summary>
    /// <param name="page">The page's HTML, newest message first.</param>
    /// <param name="recipient">The address or phone number.</param>
    internal static InboxMessage? Newest(string page, string recipient)
    {
        foreach (Match article in ArticlePattern().Matches(page))
        {
            var html = article.Value;
            if (Decode(RecipientPattern().Match(html)) == recipient)
            {
                return new InboxMessage(Decode(LinkPattern().Match(html)), Decode(TextPattern().Match(html)));
            }
        }

        return null;
    }

    /// <summary>A value of the link's query.</summary>
    internal string Query(string name)
    {
        var prefix = name + "=";
        var value = Array.Find(new Uri(Link).Query.TrimStart('?').Split('&'), pair => pair.StartsWith(prefix, StringComparison.Ordinal))
            ?? throw new BuildException($"The link {Link} has no {name}.");
        return Uri.UnescapeDataString(value[prefix.Length..]);
    }

    private static string Decode(Match match) => WebUtility.HtmlDecode(match.Groups[1].Value);

    [GeneratedRegex("<article>.*?</article>", RegexOptions.Singleline)]
    private static partial Regex ArticlePattern();

    [GeneratedRegex("<dt>To</dt><dd>(.*?)</dd>", RegexOptions.Singleline)]
    private static partial Regex RecipientPattern();

    [GeneratedRegex("<a class=\"button\" href=\"(.*?)\"")]
    private static partial Regex LinkPattern();

    [GeneratedRegex("<pre>(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex TextPattern();

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex CodePattern();
}
