using System.Net;
using System.Text.RegularExpressions;

namespace SuperTokens.Build;

/// <summary>A mail or text message on the app's inbox page.</summary>
/// <param name="Link">The address its button opens; empty if it has none.</param>
/// <param name="Code">The code to type; empty if it has none.</param>
internal sealed partial record InboxMessage(string Link, string Code)
{
    /// <summary>What follows <c>#</c> in the link.</summary>
    internal string Fragment => new Uri(Link).Fragment.TrimStart('#');

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
                return new InboxMessage(Decode(LinkPattern().Match(html)), Decode(CodePattern().Match(html)));
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

    [GeneratedRegex("<dt>Code</dt><dd><code>(.*?)</code>")]
    private static partial Regex CodePattern();
}
