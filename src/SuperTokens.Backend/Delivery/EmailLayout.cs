using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;

namespace SuperTokens.Backend.Delivery;

/// <summary>A mail with a code, a link, or both, laid out as text and as HTML. Every value is encoded here.</summary>
internal sealed record EmailLayout
{
    public required string Subject { get; init; }

    public required string Heading { get; init; }

    public required string Opening { get; init; }

    public string? Code { get; init; }

    /// <summary>Leads from the code to the link, where there are both.</summary>
    public string? BeforeLink { get; init; }

    public string? LinkText { get; init; }

    public string? Link { get; init; }

    public required ImmutableArray<string> Closing { get; init; }

    public EmailContent ToContent() => new(OneLine(Subject), ToText(), ToHtml()) { Link = Link, Code = Code };

    // A line break in an app's name must not begin another header.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private string ToText()
    {
        IEnumerable<string?> paragraphs = [Opening, Code, BeforeLink, Link, string.Join('\n', Closing)];
        return string.Join("\n\n", paragraphs.Where(paragraph => paragraph is not null)) + "\n";
    }

    // Mail clients want inline styles. Colours keep a contrast of 4.5:1 and more, and clients with a dark mode may change them.
    private string ToHtml()
    {
        const string Paragraph = """<p style="margin:0 0 16px">""";
        var encode = HtmlEncoder.Default;
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append("<meta name=\"color-scheme\" content=\"light dark\"><title>").Append(encode.Encode(Subject)).Append("</title></head>\n")
            .Append("<body style=\"margin:0;padding:24px;font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5\">\n")
            .Append("<div style=\"max-width:520px;margin:0 auto\">\n")
            .Append("<h1 style=\"margin:0 0 16px;font-size:22px;line-height:1.3\">").Append(encode.Encode(Heading)).Append("</h1>\n")
            .Append(Paragraph).Append(encode.Encode(Opening)).Append("</p>\n");
        if (Code is not null)
        {
            html.Append("<p style=\"margin:0 0 24px;font-size:28px;font-weight:600;letter-spacing:4px\">").Append(encode.Encode(Code)).Append("</p>\n");
        }

        if (BeforeLink is not null)
        {
            html.Append(Paragraph).Append(encode.Encode(BeforeLink)).Append("</p>\n");
        }

        if (Link is not null)
        {
            html.Append("<p style=\"margin:0 0 24px\"><a href=\"").Append(encode.Encode(Link))
                .Append("\" style=\"display:inline-block;padding:12px 20px;border-radius:6px;background:#1d4ed8;color:#ffffff;font-weight:600;text-decoration:none\">")
                .Append(encode.Encode(LinkText ?? Link)).Append("</a></p>\n");
        }

        foreach (var line in Closing)
        {
            html.Append(Paragraph).Append(encode.Encode(line)).Append("</p>\n");
        }

        if (Link is not null)
        {
            var link = encode.Encode(Link);
            html.Append("<p style=\"margin:0 0 8px;font-size:14px\">If the button does not work, copy this address into your browser:</p>\n")
                .Append("<p style=\"margin:0;font-size:14px;word-break:break-all\"><a href=\"").Append(link).Append("\">").Append(link).Append("</a></p>\n");
        }

        return html.Append("</div>\n</body></html>\n").ToString();
    }
}
