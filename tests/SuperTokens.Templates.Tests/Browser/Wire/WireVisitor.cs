using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using SuperTokens.Build;

namespace SuperTokens.Templates.Tests.Browser.Wire;

/// <summary>Somebody with a browser on the website: what they do, the page does with the package in it.</summary>
internal sealed class WireVisitor
{
    private const string StatusText = "[role=status]";

    private static readonly string[] s_cookiesOfCookieMode = ["sAccessToken", "sRefreshToken", "sFrontToken", "sAntiCsrf"];
    private static readonly string[] s_cookiesOfHeaderMode = ["st-access-token", "st-refresh-token", "sFrontToken"];

    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<int> _refreshes = new();
    private readonly string _api;
    private readonly string _package;
    private readonly string _mode;

    internal WireVisitor(IBrowserContext context, AppProcess api, string package, string mode)
    {
        Context = context;
        _api = api.Address.GetLeftPart(UriPartial.Authority);
        _package = package;
        _mode = mode;
        context.Console += (_, message) =>
        {
            // The browser says so of answers that are meant to be 401, too.
            if (message.Type is "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Enqueue(message.Text);
            }
        };
        context.WebError += (_, error) => _complaints.Enqueue(error.Error);
        context.Response += (_, response) =>
        {
            if (response.Url == _api + RefreshPath && response.Request.Method == "POST")
            {
                _refreshes.Enqueue(response.Status);
            }
        };
    }

    internal static string RefreshPath => "/auth/session/refresh";

    internal IBrowserContext Context { get; }

    /// <summary>The tab opened last.</summary>
    internal IPage Page { get; private set; } = null!;

    /// <summary>Errors of scripts, and answers that the browser kept from them for their origin's sake.</summary>
    internal IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>The statuses of the answers when the session was refreshed, since sign-up.</summary>
    internal IReadOnlyList<int> Refreshes => [.. _refreshes];

    /// <summary>An address of their own.</summary>
    internal string Email { get; } = $"{Guid.NewGuid():N}@example.com";

    internal string Password { get; } = "Analytical-Engine-1";

    /// <summary>The cookie the access token is in: the API's, or in header mode the page's own.</summary>
    internal string AccessTokenCookie => _mode == "cookie" ? "sAccessToken" : "st-access-token";

    internal async Task<IPage> OpenTabAsync(string moreQuery = "")
    {
        Page = await Context.NewPageAsync();
        await Page.GotoAsync($"/{_package}?api={Uri.EscapeDataString(_api)}&mode={_mode}{moreQuery}");
        await Page.WaitForFunctionAsync("() => window.site");
        return Page;
    }

    /// <summary>Opens a page of the website without a package.</summary>
    internal async Task<IPage> OpenPlainTabAsync()
    {
        var page = await Context.NewPageAsync();
        await page.GotoAsync("/");
        return page;
    }

    /// <summary>Fills in the page's form, sends it with one of its buttons, and reads what it shows then.</summary>
    /// <returns>The status, and by the names of their fields the errors.</returns>
    internal async Task<(string Status, Dictionary<string, string> Errors)> SendAsync(string button, string email, string password)
    {
        await Page.GetByLabel("E-mail").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.Locator(StatusText).EvaluateAsync("status => { status.textContent = ''; }");
        await Page.Button(button).ClickAsync();
        await Assertions.Expect(Page.Locator(StatusText)).Not.ToBeEmptyAsync();

        var errors = new Dictionary<string, string>();
        foreach (var field in new[] { "email", "password" })
        {
            if (await Page.Locator($"[data-error={field}]").InnerTextAsync() is { Length: > 0 } error)
            {
                errors[field] = error;
            }
        }

        return (await Page.Locator(StatusText).InnerTextAsync(), errors);
    }

    internal async Task SignUpAsync()
    {
        Assert.Equal("OK", (await SendAsync("Sign up", Email, Password)).Status);

        // In a new browser the packages have first asked for a session that they cannot know of.
        _refreshes.Clear();
    }

    internal Task SignOutAsync() => Page.EvaluateAsync("() => site.signOut()");

    internal Task<bool> HasSessionAsync() => Page.EvaluateAsync<bool>("() => site.hasSession()");

    /// <summary>The names of the cookies of a session that have something in them.</summary>
    internal async Task<IEnumerable<string>> ReadSessionCookiesAsync()
    {
        var names = (await Context.CookiesAsync()).Where(cookie => cookie.Value.Length > 0).Select(cookie => cookie.Name);
        return names.Intersect(s_cookiesOfCookieMode.Union(s_cookiesOfHeaderMode)).Order(StringComparer.Ordinal);
    }

    /// <summary>Waits until the access token has expired.</summary>
    internal async Task OutwaitAccessTokenAsync()
    {
        var token = (await Context.CookiesAsync()).Single(cookie => cookie.Name == AccessTokenCookie).Value;
        var expiry = DateTimeOffset.FromUnixTimeSeconds(VisitorExtensions.PayloadOf(token)["exp"]!.GetValue<long>());
        while (TimeProvider.System.GetUtcNow() <= expiry)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Asks the API for something only people with a session get.</summary>
    /// <param name="way"><c>fetch</c>, <c>xhr</c> or <c>axios</c>.</param>
    /// <param name="path">What is asked for.</param>
    /// <param name="tab">The tab. Default: the one opened last.</param>
    internal async Task<WireAnswer> AskAsync(string way, string path = "/sessioninfo", IPage? tab = null)
        => new(await (tab ?? Page).EvaluateAsync<JsonElement>("([way, url]) => site[way]('GET', url)", new object[] { way, _api + path }));

    /// <summary>Changes something at the API that only people with a session have: their display name becomes that of the way.</summary>
    /// <param name="way"><c>fetch</c>, <c>xhr</c> or <c>axios</c>.</param>
    internal async Task<WireAnswer> RenameAsync(string way)
        => new(await Page.EvaluateAsync<JsonElement>("([way, url]) => site[way]('PUT', url, { displayName: way })", new object[] { way, _api + "/profile" }));

    /// <summary>The same change from a page that has no package: the browser adds the cookies, and the page only the headers that are given.</summary>
    /// <returns>The answer's status.</returns>
    internal Task<int> RenameAsync(IPage plain, string name, params (string Name, string Value)[] headers)
        => plain.EvaluateAsync<int>(
            """
            async ([url, displayName, headers]) => (await fetch(url, {
              method: "PUT", credentials: "include", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify({ displayName }) })).status
            """,
            new object[] { _api + "/profile", name, headers.ToDictionary(header => header.Name, header => header.Value) });

    internal Task<(string Link, string Code)> ReadMailAsync() => Context.ReadMailAsync(_api + "/supertokens/inbox", Email);
}
