using System.Net;
using System.Net.Http.Headers;

namespace SuperTokens.Build.Pages;

/// <summary>A page as a browser got it, with the checks a step makes; a failed one shows the whole page.</summary>
internal sealed class Page
{
    private readonly string _call;
    private readonly string _html;
    private readonly int _status;
    private readonly HttpResponseHeaders _headers;

    internal Page(string call, string address, HttpResponseMessage response, string html)
        => (_call, Address, _status, _headers, _html) = (call, address, (int)response.StatusCode, response.Headers, html);

    /// <summary>Its path and query, after all redirects.</summary>
    internal string Address { get; }

    /// <summary>Where it leads that is not on the site; null for a page to read.</summary>
    internal string? LeadsTo { get; init; }

    /// <summary>How many items the list of a section has in some HTML; none if there is no such section.</summary>
    internal static int CountItems(string html, string section)
    {
        var start = html.IndexOf($"aria-labelledby=\"{section}\"", StringComparison.Ordinal);
        return start < 0 ? 0 : html[start..html.IndexOf("</section>", start, StringComparison.Ordinal)].Split("<li").Length - 1;
    }

    internal Page IsAt(string path, int status = 200)
        => Address.Split('?')[0] == path && _status == status ? this : throw Wrong($"be at {path}, with status {status}");

    internal Page HasStatus(int status) => _status == status ? this : throw Wrong($"have status {status}");

    internal Page Shows(string text) => WebUtility.HtmlDecode(_html).Contains(text, StringComparison.Ordinal) ? this : throw Wrong($"show '{text}'");

    internal Page DoesNotShow(string text) => WebUtility.HtmlDecode(_html).Contains(text, StringComparison.Ordinal) ? throw Wrong($"not show '{text}'") : this;

    internal Page HasHeader(string name, string part)
        => _headers.TryGetValues(name, out var values) && string.Join(", ", values).Contains(part, StringComparison.Ordinal) ? this : throw Wrong($"have '{part}' in the header {name}");

    /// <summary>Its form with a field.</summary>
    internal PageForm FormWith(string field) => PageForm.In(_html).FirstOrDefault(form => form.Input(field) is not null) ?? throw Wrong($"have a form with the field {field}");

    /// <summary>Its form that is sent somewhere.</summary>
    internal PageForm FormTo(string path)
        => PageForm.In(_html).FirstOrDefault(form => (form.Action ?? Address).Split('?')[0] == path) ?? throw Wrong($"have a form that is sent to {path}");

    /// <summary>An error must be tied to a field so that screen readers read both.</summary>
    internal Page HasErrorAt(string field)
    {
        var input = FormWith(field).Input(field)!;
        var describedBy = PageForm.Attribute(input, "aria-describedby")?.Split(' ') ?? [];
        return PageForm.Attribute(input, "aria-invalid") == "true" && describedBy.Length > 0 && describedBy.All(id => _html.Contains($"id=\"{id}\"", StringComparison.Ordinal))
            ? this
            : throw Wrong($"have an error that is tied to the field {field}");
    }

    /// <summary>Its link to a path, with the query.</summary>
    internal string LinkTo(string path)
    {
        var start = _html.IndexOf($"href=\"{path}", StringComparison.Ordinal);
        return start < 0
            ? throw Wrong($"have a link to {path}")
            : WebUtility.HtmlDecode(_html[(start + 6).._html.IndexOf('"', start + 6)]);
    }

    /// <summary>How many items the list of a section has.</summary>
    internal int CountItems(string section) => CountItems(_html, section);

    private BuildException Wrong(string expected) => new($"""

        {_call}
        should {expected}. It came to {LeadsTo ?? Address}:

        {_status}
        {_headers.ToString().TrimEnd()}

        {_html}
        """);
}
