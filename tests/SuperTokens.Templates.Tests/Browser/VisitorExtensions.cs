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
    internal static async Task<(string Link, string Code)> ReadMailAsync(this Visitor visitor)
    {
        var tab = await visitor.Context.NewPageAsync();
        await tab.GotoAsync("/supertokens/inbox");
        var mail = tab.GetByRole(AriaRole.Article).Filter(new LocatorFilterOptions { HasText = visitor.Email }).First;
        var link = mail.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Open the link" });
        var code = mail.Locator("dd code");
        var found = (await link.CountAsync() > 0 ? (await link.GetAttributeAsync("href"))! : "", await code.CountAsync() > 0 ? await code.InnerTextAsync() : "");
        await tab.CloseAsync();
        return found;
    }

    internal static async Task<string> ReadAccessTokenAsync(this Visitor visitor)
        => (await visitor.Context.CookiesAsync()).Single(cookie => cookie.Name == AccessTokenCookie).Value;

    /// <summary>Puts the access token into the state in which the server finds it after an hour: it says that it has expired.</summary>
    internal static async Task ExpireAccessTokenAsync(this Visitor visitor)
    {
        var cookie = (await visitor.Context.CookiesAsync()).Single(cookie => cookie.Name == AccessTokenCookie);
        var parts = cookie.Value.Split('.');
        var payload = JsonNode.Parse(Convert.FromBase64String(Pad(parts[1])))!;
        payload["exp"] = payload["iat"]!.GetValue<long>() - 1;
        parts[1] = Convert.ToBase64String(Encoding.UTF8.GetBytes(payload.ToJsonString())).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        await visitor.Context.AddCookiesAsync(
            [new Cookie { Name = cookie.Name, Value = string.Join('.', parts), Domain = cookie.Domain, Path = cookie.Path, HttpOnly = true, SameSite = cookie.SameSite, Expires = cookie.Expires }]);
    }

    private static string Pad(string base64Url)
    {
        var base64 = base64Url.Replace('-', '+').Replace('_', '/');
        return base64.PadRight(base64.Length + ((4 - (base64.Length % 4)) % 4), '=');
    }

    [GeneratedRegex("/auth/verify-email")]
    private static partial Regex VerifyPattern();
}
