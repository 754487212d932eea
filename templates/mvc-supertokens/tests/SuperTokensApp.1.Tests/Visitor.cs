using System.Net;
using System.Text.RegularExpressions;

namespace SuperTokensApp._1.Tests;

/// <summary>Uses the site as a person does whose browser runs no scripts: opens pages, fills in their forms and follows where they lead.</summary>
public sealed class Visitor(TestApp app)
{
    private readonly HttpClient _client = CreateClient(app);

    /// <summary>Where the visitor is: path and query.</summary>
    public string Address { get; private set; } = "/";

    public HttpStatusCode Status { get; private set; }

    public string Page { get; private set; } = "";

    /// <summary>The text of the page's errors, or nothing.</summary>
    public string Errors => WebUtility.HtmlDecode(Regex.Match(Page, @"<div class=""errors"".*?</div>", RegexOptions.Singleline).Value);

    public Task OpenAsync(string address) => GoAsync(HttpMethod.Get, address, form: null);

    /// <summary>Fills in the form of the page that has these fields, and sends it.</summary>
    public Task SendAsync(params (string Name, string Value)[] fields)
        => SendFormAsync(Page[Page.IndexOf("<main", StringComparison.Ordinal)..], form => fields.All(field => form.Contains($"name=\"{field.Name}\"", StringComparison.Ordinal)), fields);

    /// <summary>Presses the button of the form that is sent to an address that ends like this.</summary>
    public Task PressAsync(string address)
        => SendFormAsync(Page, form => Regex.IsMatch(form, $@"^<form[^>]* action=""[^""?]*{Regex.Escape(address)}[?""]"), []);

    /// <summary>Sends a request without following where it leads.</summary>
    public async Task<HttpResponseMessage> RequestAsync(HttpMethod method, string address, IEnumerable<KeyValuePair<string, string>>? form = null)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Content = form is null ? null : new FormUrlEncodedContent(form);
        return await _client.SendAsync(request);
    }

    private static HttpClient CreateClient(TestApp app)
    {
        var client = app.CreateDefaultClient(new Browser());
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    private async Task SendFormAsync(string html, Predicate<string> isMeant, (string Name, string Value)[] fields)
    {
        var form = Regex.Matches(html, "<form.*?</form>", RegexOptions.Singleline).Select(match => match.Value).First(form => isMeant(form));
        var action = Regex.Match(form, @"^<form[^>]* action=""([^""]*)""") is { Success: true, Groups: [_, var given] } ? WebUtility.HtmlDecode(given.Value) : Address;
        var values = Regex.Matches(form, @"<input[^>]*type=""hidden""[^>]*>").ToDictionary(input => Attribute(input.Value, "name"), input => Attribute(input.Value, "value"));
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        await GoAsync(HttpMethod.Post, action, values);
    }

    private async Task GoAsync(HttpMethod method, string address, IEnumerable<KeyValuePair<string, string>>? form)
    {
        using var response = await RequestAsync(method, address, form);
        Address = address;
        Status = response.StatusCode;
        Page = await response.Content.ReadAsStringAsync();
        if (response.Headers.Location is { } next)
        {
            Address = next.OriginalString;
            if (Address.StartsWith('/'))
            {
                await GoAsync(HttpMethod.Get, Address, form: null);
            }
        }
    }

    private static string Attribute(string element, string name) => WebUtility.HtmlDecode(Regex.Match(element, $"{name}=\"([^\"]*)\"").Groups[1].Value);
}
