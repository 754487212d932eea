using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SuperTokens.Templates.Tests.Browser;

/// <summary>What people do on the site, found as they find it: by labels and names.</summary>
internal static partial class VisitorExtensions
{
    private const string AccessTokenCookie = "sAccessToken";

    internal static ILocator Field(this IPage page, string label) => page.GetByLabel(label, new PageGetByLabelOptions { Exact = true });

    internal static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    internal static ILocator Link(this IPage page, string name) => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name, Exact = true }).First;

    internal static ILocator Heading(this IPage page, string name) => page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>Asks that a page is shown, by the heading it has.</summary>
    internal static Task IsShownAsync(this IPage page, string heading) => Assertions.Expect(page.Heading(heading)).ToBeVisibleAsync();

    /// <summary>Signs up with an address and a password, and verifies the address with the link in the mail.</summary>
    internal static async Task SignUpAsync(this Visitor visitor)
    {
        await visitor.Page.GotoAsync("/auth/sign-up");
        await visitor.FillSignUpAsync();
        await visitor.Page.GotoAsync("/account");
        await visitor.VerifyAsync();
    }

    /// <summary>Fills in the sign-up page and sends it.</summary>
    internal static async Task FillSignUpAsync(this Visitor visitor)
    {
        var page = visitor.Page;
        await page.Field("E-mail address").FillAsync(visitor.Email);
        await page.Field("Password").FillAsync(visitor.Password);
        await page.Button("Create account").ClickAsync();
        await Assertions.Expect(page.Button("Sign out")).ToBeVisibleAsync();
    }

    internal static async Task SignInAsync(this Visitor visitor)
    {
        var page = visitor.Page;
        await page.GotoAsync("/auth/sign-in");
        await page.Field("E-mail address").FillAsync(visitor.Email);
        await page.Field("Password").FillAsync(visitor.Password);
        await page.Button("Sign in").ClickAsync();
    }

    /// <summary>Opens the link in the mail that a sign-up leads to.</summary>
    internal static async Task VerifyAsync(this Visitor visitor)
    {
        await visitor.Page.WaitForURLAsync(VerifyPattern());
        await visitor.Page.GotoAsync((await visitor.ReadMailAsync()).Link);
        await visitor.Page.Button("Verify my address").ClickAsync();
        await visitor.Page.IsShownAsync("Account");
    }

    /// <summary>Reads the newest mail to the visitor from the inbox, in a tab of its own.</summary>
    internal static Task<(string Link, string Code)> ReadMailAsync(this Visitor visitor) => visitor.Context.ReadMailAsync("/supertokens/inbox", visitor.Email);

    /// <summary>Reads the newest mail to somebody from the inbox at an address, in a tab of its own.</summary>
    internal static async Task<(string Link, string Code)> ReadMailAsync(this IBrowserContext context, string inbox, string email)
    {
        var tab = await context.NewPageAsync();
        await tab.GotoAsync(inbox);
        var mail = tab.GetByRole(AriaRole.Article).Filter(new LocatorFilterOptions { HasText = email }).First;
        var link = mail.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Open the link" });
        var code = mail.Locator("dd code");
        var found = (await link.CountAsync() > 0 ? (await link.GetAttributeAsync("href"))! : "", await code.CountAsync() > 0 ? await code.InnerTextAsync() : "");
        await tab.CloseAsync();
        return found;
    }

    internal static async Task<string> ReadAccessTokenAsync(this Visitor visitor)
        => (await visitor.Context.CookiesAsync()).Single(cookie => cookie.Name == AccessTokenCookie).Value;

    /// <summary>Puts the access token into the state in which the server finds it after an hour: it says that it has expired.</summary>
    internal static Task ExpireAccessTokenAsync(this Visitor visitor) => visitor.Context.ExpireAccessTokenAsync(AccessTokenCookie);

    /// <inheritdoc cref="ExpireAccessTokenAsync(Visitor)" />
    internal static async Task ExpireAccessTokenAsync(this IBrowserContext context, string cookieName)
    {
        var cookie = (await context.CookiesAsync()).Single(cookie => cookie.Name == cookieName);
        var parts = cookie.Value.Split('.');
        var payload = PayloadOf(cookie.Value);
        payload["exp"] = payload["iat"]!.GetValue<long>() - 1;
        parts[1] = Convert.ToBase64String(Encoding.UTF8.GetBytes(payload.ToJsonString())).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        await context.AddCookiesAsync(
            [new Cookie { Name = cookie.Name, Value = string.Join('.', parts), Domain = cookie.Domain, Path = cookie.Path, HttpOnly = cookie.HttpOnly, SameSite = cookie.SameSite, Expires = cookie.Expires }]);
    }

    /// <summary>What a token says.</summary>
    internal static JsonNode PayloadOf(string token) => JsonNode.Parse(Convert.FromBase64String(Pad(token.Split('.')[1])))!;

    private static string Pad(string base64Url)
    {
        var base64 = base64Url.Replace('-', '+').Replace('_', '/');
        return base64.PadRight(base64.Length + ((4 - (base64.Length % 4)) % 4), '=');
    }

    [GeneratedRegex("/auth/verify-email")]
    private static partial Regex VerifyPattern();
}
