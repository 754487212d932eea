using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace SuperTokens.Backend.Delivery;

/// <summary>Writes the page of the development inbox. No script, nothing from elsewhere.</summary>
internal static class InboxPage
{
    private const string Style = """
        :root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--text:#1b1f24;--soft:#57606a;--line:#d0d7de;--accent:#0b5cad;--on-accent:#fff}
        @media(prefers-color-scheme:dark){:root{--page:#0d1117;--card:#161b22;--text:#e6edf3;--soft:#9aa4ae;--line:#30363d;--accent:#6cb6ff;--on-accent:#0d1117}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
        main{max-width:48rem;margin:0 auto;padding:2rem 1rem 4rem}
        header{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:.25rem 1rem}
        h1{margin:0;font-size:1.5rem;line-height:1.3}
        h2{margin:0;font-size:1.125rem;line-height:1.4;overflow-wrap:anywhere}
        p{margin:.25rem 0 0}
        a{color:var(--accent)}
        a:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
        .soft{color:var(--soft)}
        ol{list-style:none;margin:1.5rem 0 0;padding:0;display:grid;gap:1rem}
        article,.empty{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.25rem}
        .empty{margin-top:1.5rem}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:0 .75rem;margin:.5rem 0 0;font-size:.9375rem}
        dt{color:var(--soft)}
        dd{margin:0;overflow-wrap:anywhere}
        code{font-size:1.125rem;font-weight:600;letter-spacing:.1em}
        pre{margin:1rem 0 0;padding-top:1rem;border-top:1px solid var(--line);font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}
        .actions{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.25rem;margin-top:1rem}
        .button{display:inline-block;padding:.5rem 1rem;border-radius:6px;background:var(--accent);color:var(--on-accent);font-weight:600;text-decoration:none}
        """;

    private static readonly HtmlEncoder s_encode = HtmlEncoder.Default;

    /// <summary>Allows the page's one style sheet, by its hash, and nothing else.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Writes the page.</summary>
    /// <param name="messages">The messages, newest first.</param>
    /// <param name="appName">The app's name.</param>
    /// <returns>An HTML document.</returns>
    public static string Render(ImmutableList<InboxMessage> messages, string appName)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>Inbox · ")
            .Append(s_encode.Encode(appName)).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<main>\n<header>\n<h1>Development inbox</h1>\n<a href=\"\">Reload</a>\n</header>\n")
            .Append("<p class=\"soft\">Mails and SMS that ").Append(s_encode.Encode(appName)).Append(" would have sent. They stay on this machine and are gone when the app stops.</p>\n");
        if (messages.IsEmpty)
        {
            html.Append("<div class=\"empty\"><h2>Nothing yet</h2>\n<p>Ask for a code or a new password in your app, then reload this page.</p></div>\n");
        }
        else
        {
            html.Append("<ol>\n");
            messages.ForEach(message => Append(html, message));
            html.Append("</ol>\n");
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder html, InboxMessage message)
    {
        var time = message.Time.UtcDateTime;
        html.Append("<li><article>\n<h2>").Append(s_encode.Encode(message.Heading)).Append("</h2>\n<dl><dt>To</dt><dd>").Append(s_encode.Encode(message.To))
            .Append("</dd><dt>At</dt><dd><time datetime=\"").Append(time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)).Append("\">")
            .Append(time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)).Append(" UTC</time></dd>");
        if (message.Code is not null)
        {
            html.Append("<dt>Code</dt><dd><code>").Append(s_encode.Encode(message.Code)).Append("</code></dd>");
        }

        html.Append("</dl>\n<div class=\"actions\">");
        if (IsWebAddress(message.Link))
        {
            html.Append("<a class=\"button\" href=\"").Append(s_encode.Encode(message.Link!)).Append("\">Open the link</a>");
        }

        if (message.Html is not null)
        {
            html.Append("<a href=\"inbox/").Append(message.Number.ToString(CultureInfo.InvariantCulture)).Append("\">Show as HTML</a>");
        }

        html.Append("</div>\n<pre>").Append(s_encode.Encode(message.Text.Trim())).Append("</pre>\n</article></li>\n");
    }

    private static bool IsWebAddress(string? link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
